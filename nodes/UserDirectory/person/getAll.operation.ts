import type { INodeProperties } from 'n8n-workflow';
import type { Directory } from '../../shared/directory/directory';
import type { Results } from '../../shared/execution/provider';
import { refuseUnknown } from '../../shared/parameters/sentFields';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { flagIn, numberIn } from '../../shared/parameters/values';
import { directoryChoices } from '../directoryFields';
import { readMatching } from '../matchingSettings';
import type { PeopleItem } from '../peopleItem';
import { personOf } from '../person';
import type { Person } from '../person';
import { readPeople } from '../readPeople';
import { personFilters } from './personFilters';
import type { PersonTest } from './personFilters';

const show = showFor('person', 'getAll');

export const fields = (directories: readonly Directory[]): INodeProperties[] => [
	...returnAllAndLimit(show),
	filtersField(show, personFilters(directoryChoices(directories))),
];

export async function execute(item: PeopleItem): Promise<Results> {
	const limit = limitOf(item);
	const matching = readMatching(item);
	const tests = readTests(item);
	const groups = await readPeople(item, matching);
	const people: Person[] = [];
	for (const [key, accounts] of groups) {
		const person = personOf(key, accounts);
		if (!tests.every((test) => test(person))) continue;
		people.push(person);
		if (people.length >= limit) break;
	}
	const hint = hintOf(groups.size, { people: people.length, filters: tests.length });
	if (hint !== undefined) item.main.hint(hint);
	return people;
}

function hintOf(inAll: number, returned: { people: number; filters: number }): string | undefined {
	if (inAll === 0 || returned.people === inAll) return undefined;
	if (returned.people === 0) {
		return `None of the ${inAll} people match the filters. Check their values.`;
	}
	// How many match the filters isn't counted.
	return returned.filters > 0 ? undefined : `There are ${inAll} people in all.`;
}

function limitOf({ main }: PeopleItem): number {
	if (flagIn(main.parameter('returnAll'), 'Return All')) return Number.POSITIVE_INFINITY;
	return numberIn(main.parameter('limit'), 'Limit', { least: 1, whole: true });
}

function readTests({ main, directories }: PeopleItem): PersonTest[] {
	// A directory that isn't read says nothing of who is in it.
	const filters = personFilters(directoryChoices(directories));
	const entered = main.filters;
	refuseUnknown(entered, filters, 'filter');
	return filters
		.filter(({ field }) => field.name in entered)
		.map(({ field, read }) => read(entered[field.name], field.displayName));
}
