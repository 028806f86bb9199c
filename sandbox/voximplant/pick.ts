import type { Account, Application, VoximplantUser } from './account';
import { refuse, type VoximplantCode } from './errors';
import type { Parameters } from './parameters';

/** The applications that a part of a name, or an id, stands for. */
export function applicationsAsked(account: Account, sent: Parameters): Application[] {
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
export function applicationMeant(account: Account, sent: Parameters): Application {
	const which = sent.exactlyOne('application_id', 'application_name');
	if (which === 'application_id') return applicationsAsked(account, sent)[0] ?? refuse(116);
	const name = sent.text('application_name');
	const meant = account.applications.find(
		({ application_name: full }) => full === name || full.split('.')[0] === name,
	);
	return meant ?? refuse(107);
}

export const isBound = (user: VoximplantUser, { application_id: id }: Application): boolean =>
	user.applications.some((application) => application.application_id === id);

const byId = (account: Account, id: string): VoximplantUser | undefined =>
	account.people.find((user) => String(user.user_id) === id);

function namedIn(account: Account, sent: Parameters, names: string[]): VoximplantUser[] {
	const application = applicationMeant(account, sent);
	return names.map((name) => {
		const bound = account.people.find(
			(user) => user.user_name === name && isBound(user, application),
		);
		// UNCONFIRMED: the table has no code of its own for an unknown user name
		return bound ?? refuse(117);
	});
}

/** By `user_id`, or by `user_name` within an application. */
export function userMeant(account: Account, sent: Parameters): VoximplantUser {
	const which = sent.exactlyOne('user_id', 'user_name');
	if (which === 'user_name') {
		return namedIn(account, sent, [sent.text('user_name') ?? ''])[0] ?? refuse(117);
	}
	return byId(account, sent.id('user_id', 117) ?? '') ?? refuse(117);
}

/** The same with lists joined by semicolons, and `all`, as the methods for several users take them. */
export function usersMeant(account: Account, sent: Parameters): VoximplantUser[] {
	const which = sent.exactlyOne('user_id', 'user_name');
	if (which === 'user_name') return namedIn(account, sent, sent.list('user_name') ?? []);
	const ids = sent.list('user_id') ?? [];
	if (ids.join() === 'all') return [...account.people];
	return ids.map((id) => byId(account, id) ?? refuse(117));
}

/** The known one of a filter by id; undefined where the filter is not used. */
export function knownId(
	sent: Parameters,
	filter: { name: string; ids: readonly number[]; unknown: VoximplantCode },
): number | undefined {
	const id = sent.id(filter.name, filter.unknown);
	if (id === undefined) return undefined;
	return filter.ids.find((each) => String(each) === id) ?? refuse(filter.unknown);
}
