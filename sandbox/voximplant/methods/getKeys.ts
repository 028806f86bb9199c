import type { Method } from '../method';
import { pageWithoutTotal } from './page';

/** https://voximplant.com/docs/references/httpapi/rolesystem#getkeys */
export const getKeys: Method = (account, sent, limits) => {
	const id = sent.text('key_id');
	const matching = account.keys.filter(({ key_id: own }) => id === undefined || own === id);
	const { result } = pageWithoutTotal(sent, matching, limits);
	const withoutRoles = ({
		subuser_id,
		subuser_name,
	}: {
		subuser_id: number;
		subuser_name: string;
	}) => ({
		subuser_id,
		subuser_name,
	});
	return {
		result: result.map(({ subuser, ...key }) => ({
			...key,
			...(subuser && { subuser: subuser.map(withoutRoles) }),
		})),
	};
};
