import type { INodeProperties } from 'n8n-workflow';
import { OPTION, optionsField } from '../shared/parameters/optionFields';
import type { Show } from '../shared/parameters/fields';
import { directories } from './directories';
import { directoryChoices } from './directoryFields';

const prefer: INodeProperties = {
	displayName: 'Prefer',
	name: 'prefer',
	type: 'options',
	options: directoryChoices,
	default: 'worksection',
	description:
		'The directory whose values win where several have one: autocalls, quo, voximplant or worksection. Without it the order is Worksection, Quo, Autocalls, Voximplant.',
};

export const maxPeople = (usual: number): INodeProperties => ({
	displayName: 'Max People',
	name: 'maxPeople',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: usual,
	description: 'With more input items than this, nothing is read or changed and the node fails',
});

/** The options of an operation: those of every one, and its own. */
export const peopleOptions = (show: Show, own: INodeProperties[] = []): INodeProperties =>
	optionsField(show, [
		OPTION.maxWait,
		prefer,
		OPTION.retries,
		OPTION.timeout,
		...directories.flatMap(({ options = [] }) => options),
		...own,
	]);
