import { findOne } from '../shared/find';
import { shapeOf } from '../shared/output';
import { locatorIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { worksectionDirectory, worksectionUser } from './worksection.user';

/** There is no action for one user: the list is read once per run. */
export const getUser: Operation = async (item) => {
	const shape = shapeOf(item, worksectionUser);
	const locator = locatorIn(item.parameter('user'), 'User');
	return [shape(await findOne(item, locator, worksectionDirectory))];
};
