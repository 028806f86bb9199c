import type { IDataObject } from 'n8n-workflow';
import { assertMode } from '../shared/find';
import type { Item } from '../shared/item';
import { digitsIn, locatorIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Query } from '../shared/provider';
import { isRecord, text } from '../shared/read';

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
