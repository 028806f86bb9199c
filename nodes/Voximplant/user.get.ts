import { shapeOf } from '../shared/output';
import type { Operation } from '../shared/provider';
import { findUser, userIn } from './user.find';
import { shownFields } from './user.listing';
import { voximplantUser } from './voximplant.user';

export const getUser: Operation = async (item) => {
	const shape = shapeOf(item, voximplantUser);
	return [shape(await findUser(item, userIn(item), shownFields(item)))];
};
