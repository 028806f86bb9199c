import { InputFault } from '../shared/fault';
import { flagIn, passwordIn, textIn } from '../shared/parameters';
import type { Query } from '../shared/provider';
import { own } from '../shared/read';

export const SHORTEST_PASSWORD = 8;

type Reader = (value: unknown) => string | boolean;

const words =
	(field: string): Reader =>
	(value) =>
		textIn(value, field);

/** May be emptied. */
const erasable =
	(field: string): Reader =>
	(value) =>
		value === '' ? '' : textIn(value, field);

const flag =
	(field: string): Reader =>
	(value) =>
		flagIn(value, field);

/** Field → the API's parameter and how its value is read. */
const ADDITIONAL: Record<string, [string, Reader]> = {
	userActive: ['user_active', flag('User Active')],
	parentAccounting: ['parent_accounting', flag('Parent Accounting')],
	userCustomData: ['user_custom_data', erasable('User Custom Data')],
	mobilePhone: ['mobile_phone', erasable('Mobile Phone')],
};

const UPDATE: Record<string, [string, Reader]> = {
	...ADDITIONAL,
	userDisplayName: ['user_display_name', words('User Display Name')],
	userPassword: ['user_password', (value) => passwordIn(value, 'User Password', SHORTEST_PASSWORD)],
	newUserName: ['new_user_name', words('New User Name')],
};

function read(fields: Record<string, unknown>, table: Record<string, [string, Reader]>): Query {
	const query: Query = {};
	for (const [name, value] of Object.entries(fields)) {
		const known = own(table, name);
		if (!known) throw new InputFault(`There is no field '${name}' here.`);
		const [parameter, reader] = known;
		query[parameter] = reader(value);
	}
	return query;
}

/** A text that was left empty is not sent: a new user has none anyway. */
export function additionalFields(fields: Record<string, unknown>): Query {
	const query = Object.entries(read(fields, ADDITIONAL));
	return Object.fromEntries(query.filter(([, value]) => value !== ''));
}

/** What is to be changed; at least one field. */
export function updateFields(fields: Record<string, unknown>): Query {
	const query = read(fields, UPDATE);
	if (Object.keys(query).length > 0) return query;
	throw new InputFault(
		"'Update Fields' is empty: there is nothing to change.",
		'Add at least one field to change.',
	);
}
