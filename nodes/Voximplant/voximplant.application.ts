import type { IDataObject } from 'n8n-workflow';
import { assertMode, byId, findOne } from '../shared/find';
import type { Item } from '../shared/item';
import { digitsIn, locatorIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Query } from '../shared/provider';
import { idOf, isRecord, text } from '../shared/read';
import { APPLICATIONS, voximplantList } from './voximplant.list';

/** The application that users are bound to. */
export interface Application {
	/** Exactly one of `application_id` and `application_name`: code 458 refuses both. */
	query: Query;
	/** Whether a user belongs to it; by name the API also matches parts of other names. */
	has: (user: IDataObject) => boolean;
	/** For messages. */
	name: string;
}

export const applicationIn = (item: Item): Application =>
	applicationNamed(locatorIn(item.parameter('application'), 'Application'));

export function applicationNamed(locator: Locator): Application {
	assertMode(locator, 'Application', ['name', 'id']);
	const { mode, value } = locator;
	if (mode !== 'name') {
		const id = digitsIn(value, 'Application');
		return { query: { application_id: id }, has: () => true, name: id };
	}
	return {
		query: { application_name: value },
		has: ({ applications }) => isBound(applications, value),
		name: value,
	};
}

/**
 * Its ID, looked up where it is named: not every method takes the name.
 *
 * @throws {ProviderFault} where there is none, or more than one
 */
export async function applicationId(item: Item, { query, name }: Application): Promise<string> {
	if (query.application_name === undefined) return name;
	const found = await findOne(
		item,
		{ mode: 'name', value: name },
		{
			listing: voximplantList(APPLICATIONS, query),
			keys: {
				name: { label: 'name', of: (record) => (isNamed(record, name) ? name : undefined) },
				id: byId('application_id'),
			},
			noun: 'application',
		},
	);
	return digitsIn(idOf(found.application_id), 'Application');
}

/** Users come with the applications that they are bound to; without them there is nothing to check. */
function isBound(applications: unknown, name: string): boolean {
	if (!Array.isArray(applications) || applications.length === 0) return true;
	return applications.some((entry) => isRecord(entry) && isNamed(entry, name));
}

/** By its full name, `support.account.voximplant.com`, or by what is the application's own part of it. */
function isNamed({ application_name }: IDataObject, name: string): boolean {
	const full = text(application_name);
	return full === name || full?.split('.')[0] === name;
}
