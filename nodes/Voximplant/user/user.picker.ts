import type { Query } from '../../shared/http/connection';
import { isNumber } from '../../shared/picker/picker';
import type { Picker } from '../../shared/picker/picker';
import { userPicker } from '../../shared/picker/userPicker';
import { applicationOf } from '../application/applicationOf';
import { INVALID_USER_ID } from './findUser';
import { userListing, voximplantUsers } from './user';

/** https://docs.voximplant.ai/api-reference/management-api/errors */
const OF_ANOTHER_APPLICATION = '393';

/**
 * The API finds a part of a name: of the name to log in with, which is in lower case and without
 * blanks, or of the one that is shown. Whether case counts there is nowhere said.
 */
function queries(typed: string): Query[] {
	if (typed === '') return [{}];
	const titled = typed.toLowerCase().replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
	const shown = [...new Set([typed, titled])].map((part) => ({ user_display_name: part }));
	return /\s/.test(typed) ? shown : [{ user_name: typed.toLowerCase() }, ...shown];
}

export const voximplantUserPicker: Picker = {
	lists(typed, form) {
		const application = applicationOf(form, 'users');
		const byName = queries(typed).map((query) => userListing(application, query));
		if (!isNumber(typed)) return byName;
		const byId = userListing(application, { user_id: typed });
		return [...byName, { ...byId, emptyCodes: [INVALID_USER_ID, OF_ANOTHER_APPLICATION] }];
	},
	option: userPicker(voximplantUsers).option,
};
