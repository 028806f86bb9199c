import type { INodeProperties } from 'n8n-workflow';
import type { Directory } from '../shared/directory/directory';
import { OPTION, optionsField } from '../shared/parameters/optionFields';
import type { Show } from '../shared/parameters/fields';
import { directoryChoices } from './directoryFields';

function prefer(directories: readonly Directory[]): INodeProperties {
	const choices = directoryChoices(directories);
	const titles = directories.map(({ provider }) => provider.connection.title);
	return {
		displayName: 'Prefer',
		name: 'prefer',
		type: 'options',
		options: choices,
		default: 'worksection',
		description: `The directory whose values win where several have one: ${choices.map(({ value }) => value).join(', ')}. Without it the order is ${titles.join(', ')}.`,
	};
}

/** The options of an operation: those of every one, and its own. */
export const peopleOptions = (
	directories: readonly Directory[],
	show: Show,
	own: INodeProperties[] = [],
): INodeProperties =>
	optionsField(show, [
		OPTION.maxWait,
		prefer(directories),
		OPTION.retries,
		OPTION.timeout,
		...directories.flatMap(({ options = [] }) => options),
		...own,
	]);
