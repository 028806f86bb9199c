import { replaceItems } from '../../replaceItems';
import { refuse } from '../errors';
import type { Method } from '../method';

/**
 * UNCONFIRMED: that a sub-user's keys go with it.
 * https://voximplant.com/docs/references/httpapi/rolesystem#delsubuser
 */
export const delSubUser: Method = (account, sent) => {
	const id = sent.id('subuser_id', 434) ?? refuse(134);
	const isMeant = ({ subuser_id: own }: { subuser_id: number }) => String(own) === id;
	if (!account.subUsers.some(isMeant)) refuse(434);
	replaceItems(
		account.subUsers,
		account.subUsers.filter((subUser) => !isMeant(subUser)),
	);
	replaceItems(
		account.keys,
		account.keys.filter(({ subuser = [] }) => !subuser.some(isMeant)),
	);
	return { result: 1 };
};
