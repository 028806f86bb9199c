import type { IDataObject } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Query } from '../../shared/http/connection';
import { notInIncomplete } from '../../shared/operations/lookUp';
import { noneFound, onlyOne } from '../../shared/operations/lookUpErrors';
import { assertMode, locatorIn, refuseEmailAsId } from '../../shared/parameters/locator';
import type { Locator } from '../../shared/parameters/locator';
import { digitsIn, quoted } from '../../shared/parameters/values';
import { applicationIn } from '../application/application';
import type { Application } from '../application/application';
import { userListing, voximplantUsers } from './user';

export const INVALID_USER_ID = '117';

export function userIn(item: Item): Locator {
	const locator = locatorIn(item.parameter('user'), 'User');
	assertMode(locator, 'User', Object.keys(voximplantUsers.keys));
	refuseEmailAsId(locator, 'User', 'By Name');
	const { mode, value } = locator;
	if (mode === 'userName') return { mode, value };
	return { mode: 'id', value: digitsIn(value, 'User') };
}

/**
 * The one user who is exactly the one named; the API's own filter on names also matches parts.
 * undefined where there is none.
 */
export async function lookUpUser(
	item: Item,
	locator: Locator,
	{ application, query = {} }: { application: Application; query?: Query },
): Promise<IDataObject | undefined> {
	const { keys } = voximplantUsers;
	const key = keys[locator.mode];
	if (!key) return undefined;
	const parameter = locator.mode === 'id' ? 'user_id' : 'user_name';
	const listing = userListing(application, { [parameter]: locator.value, ...query });
	const matching: IDataObject[] = [];
	let missing: string | undefined;
	for await (const { records, gap } of item.pages(listing)) {
		matching.push(...records.filter((record) => key.of(record) === locator.value));
		missing = gap;
	}
	if (matching.length === 0 && missing !== undefined) {
		throw notInIncomplete(item, locator.value, missing);
	}
	return onlyOne(item, matching, { key, locator, keys });
}

/** @throws {ProviderError} where there is none in the application */
export async function findUser(
	item: Item,
	locator: Locator,
	query: Query = {},
): Promise<IDataObject> {
	const application = applicationIn(item);
	const label = locator.mode === 'id' ? 'ID' : 'user name';
	const none = noneFound(item, undefined, { label, value: locator.value });
	const text = `${none.details.text} in the application ${quoted(application.name)}`;
	const user = await onProviderError(
		async () => await lookUpUser(item, locator, { application, query }),
		(error) => {
			if (error.details.code !== INVALID_USER_ID) throw error;
			throw error.with({ kind: 'notFound', text: `${text}: ${error.details.text}` });
		},
	);
	if (user) return user;
	throw none.with({ text });
}
