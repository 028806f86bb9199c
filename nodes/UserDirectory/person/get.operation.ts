import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import type { Results } from '../../shared/execution/provider';
import { showFor } from '../../shared/parameters/fields';
import { choiceIn, emailIn, quoted } from '../../shared/parameters/values';
import { emailField } from '../emailField';
import { matchKey } from '../matching';
import { readMatching, refuseWithoutAddresses } from '../matchingSettings';
import type { PeopleItem } from '../peopleItem';
import { personOf } from '../person';
import { readPeople } from '../readPeople';

const show = showFor('person', 'get');

export const fields: INodeProperties[] = [emailField(show, 'E-mail address of the person to find')];

export const ifNotFound: INodeProperties = {
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'error', description: 'Stop with an error' },
		{
			name: 'Return an Item',
			value: 'item',
			description: "Return an item with 'found' set to false",
		},
	],
	default: 'item',
	description: 'What to do when nobody has the e-mail address: item or error',
};

export async function execute(item: PeopleItem): Promise<Results> {
	const email = emailIn(item.main.parameter('email'), 'Email');
	const { ifNotFound: entered } = { ifNotFound: 'item', ...item.main.options };
	const fails = choiceIn(entered, ifNotFound.displayName, ['item', 'error']) === 'error';
	const matching = readMatching(item);
	refuseWithoutAddresses(item, matching);
	const groups = await readPeople(item, matching);
	const key = matchKey(email, matching.rules) ?? email;
	const accounts = groups.get(key);
	if (accounts) return [{ found: true, ...personOf(key, accounts) }];
	if (!fails) return [{ found: false, email }];
	throw new InputError(
		`Nobody has the e-mail address ${quoted(email)} in ${titlesOf(item)}.`,
		"Check the address, or set 'If Not Found' under Options to 'Return an Item'.",
	);
}

const titlesOf = ({ directories }: PeopleItem): string =>
	directories.map(({ provider }) => provider.connection.title).join(', ');
