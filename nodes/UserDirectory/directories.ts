import type { Directory } from '../shared/directory/directory';
import { autocallsDirectory } from '../Autocalls/autocalls.directory';
import { quoDirectory } from '../Quo/quo.directory';
import { voximplantDirectory } from '../Voximplant/voximplant.directory';
import { worksectionDirectory } from '../Worksection/worksection.directory';

/** The only list of the directories that this node knows: first the one whose values win. */
export const directories: readonly Directory[] = [
	worksectionDirectory,
	quoDirectory,
	autocallsDirectory,
	voximplantDirectory,
];
