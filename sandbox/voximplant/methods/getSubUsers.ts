import { refuse } from '../errors';
import type { Method } from '../method';
import { pageWithoutTotal } from './page';

/** https://voximplant.com/docs/references/httpapi/rolesystem#getsubusers */
export const getSubUsers: Method = (account, sent, limits) => {
	const id = sent.id('subuser_id', 434);
	const withRoles = sent.flag('with_roles', false);
	const matching = account.subUsers.filter(
		({ subuser_id: own }) => id === undefined || String(own) === id,
	);
	// UNCONFIRMED: it may as well answer an empty list
	if (id !== undefined && matching.length === 0) refuse(434);
	const { result } = pageWithoutTotal(sent, matching, limits);
	return {
		result: result.map(({ roles, ...subUser }) => ({ ...subUser, ...(withRoles && { roles }) })),
	};
};
