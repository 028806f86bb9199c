import type { IDataObject } from 'n8n-workflow';
import { onFault } from '../shared/fault';
import { assertMode, notFound, onlyOne, quoted, unclear } from '../shared/find';
import type { Keys } from '../shared/find';
import type { Item } from '../shared/item';
import { digitsIn, locatorIn, textIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Query } from '../shared/provider';
import { idOf, text } from '../shared/read';
import { applicationIn } from './voximplant.application';
import type { Application } from './voximplant.application';
import { voximplantUsers } from './voximplant.user';

const KEYS: Keys = {
	id: { label: 'ID', of: ({ user_id }) => idOf(user_id) },
	userName: { label: 'user name', of: ({ user_name }) => text(user_name) ?? undefined },
};

export const INVALID_USER_ID = '117';

export function userIn(item: Item): Locator {
	const locator = locatorIn(item.parameter('user'), 'User');
	assertMode(locator, 'User', Object.keys(KEYS));
	const { mode, value } = locator;
	if (mode === 'userName') return { mode, value: textIn(value, 'User') };
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
	const key = locator.mode === 'id' ? KEYS.id : KEYS.userName;
	if (!key) return undefined;
	const filter = locator.mode === 'id' ? 'user_id' : 'user_name';
	const listing = voximplantUsers(application, { [filter]: locator.value, ...query });
	const matching: IDataObject[] = [];
	let missing: string | undefined;
	for await (const { records, gap } of item.walk(listing)) {
		matching.push(...records.filter((record) => key.of(record) === locator.value));
		missing = gap;
	}
	if (matching.length === 0 && missing !== undefined) throw unclear(item, locator.value, missing);
	return onlyOne(item, matching, { key, locator, keys: KEYS });
}

export async function findUser(
	item: Item,
	locator: Locator,
	query: Query = {},
): Promise<IDataObject> {
	const application = applicationIn(item);
	const label = locator.mode === 'id' ? 'ID' : 'user name';
	const missing = () => {
		const fault = notFound(item, label, locator.value);
		const { text: words } = fault.details;
		return fault.with({ text: `${words} in the application ${quoted(application.name)}` });
	};
	const user = await onFault(
		async () => await lookUpUser(item, locator, { application, query }),
		(fault) => {
			if (fault.details.code !== INVALID_USER_ID) throw fault;
			const { text: words } = missing().details;
			throw fault.with({ text: `${words}: ${fault.details.text}` });
		},
	);
	if (user) return user;
	throw missing();
}
