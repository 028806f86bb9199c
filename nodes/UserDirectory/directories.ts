import type { Directory } from '../shared/directory/directory';
import { autocallsDirectory } from '../Autocalls/autocalls.directory';
import { quoDirectory } from '../Quo/quo.directory';
import { voximplantDirectory } from '../Voximplant/voximplant.directory';
import { worksectionDirectory } from '../Worksection/worksection.directory';

/** The only list of the directories that this node knows. */
export const directories: readonly Directory[] = [
	autocallsDirectory,
	quoDirectory,
	voximplantDirectory,
	worksectionDirectory,
];
