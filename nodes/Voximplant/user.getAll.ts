import { getAll } from '../shared/getAll';
import { shownFields, userFilters } from './user.listing';
import { applicationIn } from './voximplant.application';
import { voximplantUser, voximplantUsers } from './voximplant.user';

export const getAllUsers = getAll((item) => {
	const { query, passes } = userFilters(item);
	const listing = voximplantUsers(applicationIn(item), { ...query, ...shownFields(item) });
	return { listing, passes };
}, voximplantUser);
