import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../shared/parameters/fields';
import { flagIn } from '../shared/parameters/values';
import type { PeopleItem } from './peopleItem';

export const dryRunField = (show: Show): INodeProperties => ({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	displayOptions: { show },
	default: true,
	description:
		'Whether to return only what would be done, without changing anything. Turn it off to make the changes.',
});

/** Anything but a clear no changes nothing. */
export function dryRunOf({ main }: PeopleItem): boolean {
	const entered = main.parameter('dryRun');
	return entered === undefined || entered === null || entered === ''
		? true
		: flagIn(entered, 'Dry Run');
}
