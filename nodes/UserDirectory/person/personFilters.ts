import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { flagIn, listIn, notAChoice, textIn } from '../../shared/parameters/values';
import { fold, foldValue } from '../../shared/text/fold';
import { searched } from '../../shared/text/pasted';
import type { Person } from '../person';

export type PersonTest = (person: Person) => boolean;

export interface PersonFilter {
	field: INodeProperties;
	/** @throws {InputError} that names the filter */
	read: (value: unknown, title: string) => PersonTest;
}

interface Labels {
	title: string;
	name: string;
	description: string;
}

type Passes = (chosen: string[], person: Person) => boolean;

const BY_DIRECTORY: ReadonlyArray<[Labels, Passes]> = [
	[
		{
			title: 'In All Of',
			name: 'inAllOf',
			description: 'Only people with an account in each of these directories',
		},
		(chosen, { directories }) => chosen.every((name) => directories.includes(name)),
	],
	[
		{
			title: 'In Any Of',
			name: 'inAnyOf',
			description: 'Only people with an account in at least one of these directories',
		},
		(chosen, { directories }) => chosen.some((name) => directories.includes(name)),
	],
	[
		{
			title: 'Not In',
			name: 'notIn',
			description: 'Only people without an account in any of these directories',
		},
		(chosen, { directories }) => !chosen.some((name) => directories.includes(name)),
	],
];

/** What *Get Many* can filter by, in alphabetical order. */
export const personFilters = (choices: readonly INodePropertyOptions[]): PersonFilter[] => [
	...BY_DIRECTORY.map(([labels, passes]) => byDirectory(choices, labels, passes)),
	flag(
		{
			title: 'Only Ambiguous',
			name: 'onlyAmbiguous',
			description: 'Whether to return only people with several accounts in one directory',
		},
		({ ambiguous }) => ambiguous,
	),
	flag(
		{
			title: 'Only Conflicts',
			name: 'onlyConflicts',
			description: 'Whether to return only people on whom the directories disagree',
		},
		({ conflicts }) => conflicts.length > 0,
	),
	search,
];

function byDirectory(
	choices: readonly INodePropertyOptions[],
	{ title, name, description }: Labels,
	passes: Passes,
): PersonFilter {
	const names = choices.map(({ value }) => String(value));
	return {
		field: {
			displayName: title,
			name,
			type: 'multiOptions',
			options: [...choices],
			default: [],
			description,
		},
		read(value, field) {
			const chosen = listIn(value, field);
			const unknown = chosen.find((each) => !names.includes(each));
			if (unknown !== undefined) throw notAChoice(unknown, field, names);
			return (person) => passes(chosen, person);
		},
	};
}

const flag = ({ title, name, description }: Labels, test: PersonTest): PersonFilter => ({
	field: { displayName: title, name, type: 'boolean', default: true, description },
	read: (value, field) => (flagIn(value, field) ? test : () => true),
});

const search: PersonFilter = {
	field: {
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		description: 'Only people whose name or e-mail address contains this text',
	},
	read(value, field) {
		const wanted = fold(searched(textIn(value, field)));
		const holds = (entry: unknown) => foldValue(entry)?.includes(wanted) === true;
		return ({ key, email, displayName, accounts }) =>
			holds(email) ||
			holds(displayName) ||
			(key.includes('@') && holds(key)) ||
			accounts.some((user) => holds(user.displayName) || holds(user.email));
	},
};
