import { findOne } from '../shared/find';
import { shapeOf } from '../shared/output';
import { locatorIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { readOne } from './quo.readOne';
import { quoKeys, quoUser, quoUsers } from './quo.user';
import { withPhoneNumbers } from './user.phoneNumbers';

/** https://www.quo.com/docs/mdx/api-reference/users/get-a-user-by-id */
const BY_ID = { noun: 'user', field: 'User', path: '/v1/users', prefix: 'US', other: 'By Email' };

export const getUser: Operation = async (item) => {
	const shape = shapeOf(item, quoUser);
	const locator = locatorIn(item.parameter('user'), 'User');
	const user =
		locator.mode === 'id'
			? await readOne(item, BY_ID, locator.value)
			: await findOne(item, locator, { listing: quoUsers, keys: quoKeys });
	const complete = await withPhoneNumbers(item);
	return [shape(complete(user))];
};
