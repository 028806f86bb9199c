import { replaceItems } from '../../replaceItems';
import type { Method } from '../method';
import { namedUsers } from '../references';

/** Takes lists and `all`, as the provider does, so that a test can see whether they were sent. */
export const delUser: Method = (account, sent) => {
	const deleted = new Set(namedUsers(account, sent));
	const left = account.people.filter((user) => !deleted.has(user));
	replaceItems(account.people, left);
	return { result: 1 };
};
