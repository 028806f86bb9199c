import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/errors';
import type { Show } from '../shared/parameters/fields';
import { flagIn, numberIn } from '../shared/parameters/values';
import type { PeopleItem } from './peopleItem';

/** The fields that *Onboard* and *Offboard* both have. */

export const emailField = (show: Show, description: string): INodeProperties => ({
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	displayOptions: { show },
	placeholder: 'e.g. nathan@example.com',
	default: '',
	description,
});

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

/** @throws {InputError} before anything is read */
export function refuseTooMany({ main, run }: PeopleItem, usual: number): void {
	const { maxPeople: entered } = { maxPeople: usual, ...main.options };
	const most = numberIn(entered, 'Max People', { least: 1, whole: true });
	if (run.itemCount <= most) return;
	throw new InputError(
		`There are ${run.itemCount} input items, and 'Max People' allows ${most}: nothing was read or changed.`,
		"If that many people are meant, raise 'Max People' under Options.",
	);
}
