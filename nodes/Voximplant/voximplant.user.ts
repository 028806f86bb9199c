import type { UserKind } from '../shared/output';
import { offsetPaging } from '../shared/pages';
import type { Call, Listing, Page, Query } from '../shared/provider';
import { idOf, isRecord, named, number, pick, records } from '../shared/read';
import { unifiedUser } from '../shared/unified';
import { userRawFields } from './user.fields';
import type { Application } from './voximplant.application';

const SIMPLIFIED = [
	'user_id',
	'user_name',
	'user_display_name',
	'user_active',
	'acd_status',
	'balance',
	'parent_accounting',
	'frozen',
	'created',
	'modified',
];

/** Active is who may log in: neither switched off nor frozen. */
function isActive(active: unknown, frozen: unknown): boolean | null {
	return typeof active === 'boolean' ? active && frozen !== true : null;
}

export const voximplantUser: UserKind = {
	fields: userRawFields,
	simplify: (user) => pick(user, SIMPLIFIED),
	unify: (user) =>
		unifiedUser({
			provider: 'voximplant',
			id: user.user_id,
			userName: user.user_name,
			displayName: user.user_display_name,
			active: isActive(user.user_active, user.frozen),
			createdAt: user.created,
			updatedAt: user.modified,
		}),
};

/** A reading method: parameters in the query, as its page shows. */
export const reading = (method: string, query: Query): Call => ({
	method: 'POST',
	path: `/${method}`,
	query,
});

/** A writing method: parameters in the body, so that no password stands in an address. */
export const writing = (method: string, form: Query, secrets: string[] = []): Call => ({
	method: 'POST',
	path: `/${method}`,
	form,
	secrets,
});

function page(body: unknown, { has }: Application): Page | undefined {
	const all = isRecord(body) ? records(body.result) : undefined;
	if (!all || !isRecord(body)) return undefined;
	const own = all.filter(has);
	return {
		records: own,
		...(own.length === all.length ? {} : { dropped: all.length - own.length, whole: all }),
		...named('total', number(body.total_count)),
	};
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export function voximplantUsers(application: Application, query: Query): Listing {
	return {
		what: 'users',
		call: reading('GetUsers', { ...application.query, ...query }),
		paging: offsetPaging({ offset: 'offset', count: 'count' }),
		size: { usual: 100, most: 1000 },
		page: (body) => page(body, application),
		id: ({ user_id }) => idOf(user_id),
	};
}
