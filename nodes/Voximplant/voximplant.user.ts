import type { UserKind } from '../shared/output';
import type { Call, Listing, Query } from '../shared/provider';
import { pick } from '../shared/read';
import { unifiedUser } from '../shared/unified';
import { userRawFields } from './user.fields';
import type { Application } from './voximplant.application';
import { voximplantList } from './voximplant.list';

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

/** A writing method: parameters in the body, so that no password stands in an address. */
export const writing = (method: string, form: Query, secrets: string[] = []): Call => ({
	method: 'POST',
	path: `/${method}`,
	form,
	secrets,
});

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export const voximplantUsers = ({ query: whose, has }: Application, query: Query): Listing =>
	voximplantList({ what: 'users', method: 'GetUsers', id: 'user_id', has }, { ...whose, ...query });
