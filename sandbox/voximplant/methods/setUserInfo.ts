import { asDateTime } from '../dateTime';
import { refuse } from '../errors';
import type { Method } from '../method';
import { namedUser } from '../references';
import { isTaken, readUserFields, USER_NAME } from '../userFields';

const CHANGEABLE = [
	'new_user_name',
	'user_display_name',
	'user_password',
	'user_active',
	'user_custom_data',
	'parent_accounting',
	'mobile_phone',
];

export const setUserInfo: Method = (account, sent) => {
	const user = namedUser(account, sent);
	if (!CHANGEABLE.some((name) => sent.has(name))) refuse(134);
	const fields = readUserFields(sent);
	const name = sent.text('new_user_name');
	if (name !== undefined && !USER_NAME.test(name)) refuse(462);
	if (name !== undefined && name !== user.user_name && isTaken(account, name, user.applications)) {
		refuse(118);
	}
	Object.assign(user, fields, name === undefined ? {} : { user_name: name });
	user.modified = asDateTime(Date.now());
	return { result: 1 };
};
