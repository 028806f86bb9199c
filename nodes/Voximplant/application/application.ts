import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import type { Query } from '../../shared/http/connection';
import { findOne } from '../../shared/operations/lookUp';
import { byId } from '../../shared/paging/keys';
import type { Listing } from '../../shared/paging/listing';
import { assertMode, locatorIn } from '../../shared/parameters/locator';
import type { Locator, ParameterSource } from '../../shared/parameters/locator';
import { digitsIn } from '../../shared/parameters/values';
import { fold, foldValue } from '../../shared/text/fold';
import { idOf, isRecord, list } from '../../shared/text/json';
import { withoutInvisible } from '../../shared/text/pasted';
import { voximplantListing } from '../voximplant.methods';

/** The API's answer to an ID that is no application's. */
const INVALID_APPLICATION_ID = '116';

/** https://docs.voximplant.ai/api-reference/management-api/reference/applications/get-applications */
export const applicationListing = (query: Query): Listing =>
	voximplantListing(
		{ what: 'applications', method: 'GetApplications', id: 'application_id' },
		query,
	);

/** The one application with this ID; an empty list where there is none. */
export const applicationWithId = (id: string): Listing => ({
	...applicationListing({ application_id: id }),
	emptyCodes: [INVALID_APPLICATION_ID],
});

/** The application that users are bound to. */
export interface Application {
	/** Exactly one of `application_id` and `application_name`: code 458 refuses both. */
	query: Query;
	/** Whether a user belongs to it; by name the API also matches parts of other names. */
	has: (user: IDataObject) => boolean;
	/** For messages. */
	name: string;
}

export const applicationIn = (source: ParameterSource): Application =>
	applicationNamed(locatorIn(source.parameter('application'), 'Application'));

export function applicationNamed(locator: Locator): Application {
	assertMode(locator, 'Application', ['name', 'id']);
	const { mode } = locator;
	const value = withoutInvisible(locator.value);
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
 * @throws {ProviderError} where there is none, or more than one
 */
export async function applicationId(item: Item, { query, name }: Application): Promise<string> {
	if (query.application_name === undefined) return name;
	const keys = {
		name: {
			label: 'name',
			of: (record: IDataObject) => (isNamed(record, name) ? name : undefined),
		},
		id: byId('application_id'),
	};
	const directory = { listing: applicationListing(query), keys, noun: 'application' };
	const found = await findOne(item, { mode: 'name', value: name }, directory);
	return digitsIn(idOf(found.application_id), 'Application');
}

/** Users come with the applications that they are bound to; without them there is nothing to check. */
function isBound(applications: unknown, name: string): boolean {
	const bound = list(applications) ?? [];
	return bound.length === 0 || bound.some((entry) => isRecord(entry) && isNamed(entry, name));
}

/** By its full name, `support.account.voximplant.com`, or by what is the application's own part of it. */
function isNamed({ application_name }: IDataObject, name: string): boolean {
	const full = foldValue(application_name);
	const wanted = fold(name);
	return full === wanted || full?.split('.')[0] === wanted;
}
