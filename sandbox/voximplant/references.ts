import type { Account } from './account';
import type { Application } from './applicationRecords';
import { refuse, type VoximplantCode } from './errors';
import type { Parameters } from './parameters';
import type { VoximplantUser } from './userRecords';

/** The applications with that id, or with that part of a name. */
export function matchingApplications(account: Account, sent: Parameters): Application[] {
	const which = sent.exactlyOne('application_id', 'application_name');
	if (which === 'application_id') {
		const id = sent.id('application_id', 116);
		const found = account.applications.filter((each) => String(each.application_id) === id);
		return found.length > 0 ? found : refuse(116);
	}
	const part = sent.text('application_name') ?? '';
	const found = account.applications.filter((each) => each.application_name.includes(part));
	return found.length > 0 ? found : refuse(107);
}

/** The one application of a write: by its whole name or, UNCONFIRMED, the name's first label. */
export function namedApplication(account: Account, sent: Parameters): Application {
	const which = sent.exactlyOne('application_id', 'application_name');
	if (which === 'application_id') return matchingApplications(account, sent)[0] ?? refuse(116);
	const name = sent.text('application_name');
	const named = account.applications.find(
		({ application_name: full }) => full === name || full.split('.')[0] === name,
	);
	return named ?? refuse(107);
}

export const isBound = (user: VoximplantUser, { application_id: id }: Application): boolean =>
	user.applications.some((application) => application.application_id === id);

const byId = (account: Account, id: string): VoximplantUser | undefined =>
	account.people.find((user) => String(user.user_id) === id);

function usersByName(account: Account, sent: Parameters, names: string[]): VoximplantUser[] {
	const application = namedApplication(account, sent);
	return names.map((name) => {
		const bound = account.people.find(
			(user) => user.user_name === name && isBound(user, application),
		);
		// UNCONFIRMED: the table has no code of its own for an unknown user name
		return bound ?? refuse(117);
	});
}

/** By `user_id`, or by `user_name` within an application. */
export function namedUser(account: Account, sent: Parameters): VoximplantUser {
	const which = sent.exactlyOne('user_id', 'user_name');
	if (which === 'user_name') {
		return usersByName(account, sent, [sent.text('user_name') ?? ''])[0] ?? refuse(117);
	}
	return byId(account, sent.id('user_id', 117) ?? '') ?? refuse(117);
}

/** The same with lists joined by semicolons, and `all`, as the methods for several users take them. */
export function namedUsers(account: Account, sent: Parameters): VoximplantUser[] {
	const which = sent.exactlyOne('user_id', 'user_name');
	if (which === 'user_name') return usersByName(account, sent, sent.list('user_name') ?? []);
	const ids = sent.list('user_id') ?? [];
	if (ids.join() === 'all') return [...account.people];
	return ids.map((id) => byId(account, id) ?? refuse(117));
}

interface NamedItems<Item> {
	items: readonly Item[];
	id: keyof Item & string;
	name: keyof Item & string;
	unknown: VoximplantCode;
}

/** The items that a list of ids or of whole names names. */
export function namedItems<Item extends object>(sent: Parameters, keys: NamedItems<Item>): Item[] {
	const which = sent.exactlyOne(keys.id, keys.name);
	const values = sent.list(which) ?? [];
	const key = which === keys.id ? keys.id : keys.name;
	return values.map(
		(value) => keys.items.find((item) => String(item[key]) === value) ?? refuse(keys.unknown),
	);
}

/** The id that a filter names, if it is known; undefined if the filter is not used. */
export function knownId(
	sent: Parameters,
	filter: { name: string; ids: readonly number[]; unknown: VoximplantCode },
): number | undefined {
	const id = sent.id(filter.name, filter.unknown);
	if (id === undefined) return undefined;
	return filter.ids.find((each) => String(each) === id) ?? refuse(filter.unknown);
}
