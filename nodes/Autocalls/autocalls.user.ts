import { byEmail, byId } from '../shared/find';
import type { Keys } from '../shared/find';
import type { UserKind } from '../shared/output';
import { pageNumberPaging } from '../shared/pages';
import type { Listing, Page } from '../shared/provider';
import { idOf, isRecord, named, number, pick, record, records, text } from '../shared/read';
import { unifiedUser } from '../shared/unified';
import { userRawFields } from './user.fields';

const SIMPLIFIED = ['id', 'name', 'email', 'minutes_balance', 'credits_balance', 'created_at'];

export const autocallsUser: UserKind = {
	fields: userRawFields,
	simplify: (user) => pick(user, SIMPLIFIED),
	unify: (user) =>
		unifiedUser({
			provider: 'autocalls',
			id: user.id,
			displayName: user.name,
			email: user.email,
			createdAt: user.created_at,
		}),
};

/**
 * The page documents a bare `{data}`; live clients meet Laravel's paginator, with its numbers beside
 * `data` or in `meta`, and a bare array.
 */
function page(body: unknown): Page | undefined {
	if (Array.isArray(body)) return listed(body, {});
	if (!isRecord(body)) return undefined;
	const { data, meta, links, ...beside } = body;
	const numbers = { ...beside, ...record(meta) };
	const another =
		text(numbers.next_page_url) ?? text(record(links)?.next) ?? text(numbers.next_cursor);
	return listed(data, {
		...named('total', number(numbers.total)),
		...named('size', number(numbers.per_page)),
		...named('lastPage', number(numbers.last_page)),
		...(another === null ? {} : { another: true }),
	});
}

function listed(data: unknown, numbers: Omit<Page, 'records'>): Page | undefined {
	const list = records(data);
	return list && { records: list, ...numbers };
}

/** https://docs.autocalls.ai/api-reference/white-label/get-users */
export const autocallsUsers: Listing = {
	what: 'users',
	call: { method: 'GET', path: '/white-label/users' },
	paging: pageNumberPaging('page'),
	page,
	id: ({ id }) => idOf(id),
};

export const autocallsKeys: Keys = { id: byId('id'), email: byEmail('email') };

export const autocallsDirectory = { listing: autocallsUsers, keys: autocallsKeys };
