import type { Users } from '../../shared/execution/provider';
import type { Query } from '../../shared/http/connection';
import { unifiedUser } from '../../shared/output/unified';
import { byId, byPlainText } from '../../shared/paging/keys';
import type { Listing } from '../../shared/paging/listing';
import { selectSent } from '../../shared/text/json';
import { applicationIn } from '../application/application';
import type { Application } from '../application/application';
import { voximplantListing } from '../voximplant.methods';
import { rawFields } from './rawFields';

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

/** Sent with the options With Queues and With Skills. */
const ASKED_FOR = ['acd_queues', 'skills'];

/** Active is who may log in: neither switched off nor frozen. */
function isActive(active: unknown, frozen: unknown): boolean | null {
	return typeof active === 'boolean' ? active && frozen !== true : null;
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export const userListing = ({ query: application, has }: Application, query: Query = {}): Listing =>
	voximplantListing(
		{ what: 'users', method: 'GetUsers', id: 'user_id', has },
		{ ...application, ...query },
	);

export const voximplantUsers: Users = {
	listing: (source) => userListing(applicationIn(source)),
	keys: {
		id: byId('user_id'),
		userName: byPlainText('user name', 'user_name'),
	},
	label: ({ user_display_name: shown, user_name: login }) => [shown, login],
	shapes: {
		fields: rawFields,
		simplify: (user) => selectSent(user, SIMPLIFIED, ASKED_FOR),
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
	},
};
