import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/errors';
import { numberIn } from '../shared/parameters/values';
import type { PeopleItem } from './peopleItem';

export const maxPeopleOption = (usual: number): INodeProperties => ({
	displayName: 'Max People',
	name: 'maxPeople',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: usual,
	description: 'With more input items than this, nothing is read or changed and the node fails',
});

/** @throws {InputError} before anything is read */
export function refuseTooManyPeople({ main, run }: PeopleItem, usual: number): void {
	const { maxPeople: entered } = { maxPeople: usual, ...main.options };
	const most = numberIn(entered, 'Max People', { least: 1, whole: true });
	if (run.itemCount <= most) return;
	throw new InputError(
		`There are ${run.itemCount} input items, and 'Max People' allows ${most}: nothing was read or changed.`,
		"If that many people are meant, raise 'Max People' under Options.",
	);
}
