import { InputFault } from '../shared/fault';
import type { Form } from '../shared/form';
import { isNumber, nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import type { Query } from '../shared/provider';
import { INVALID_USER_ID } from './user.find';
import { applicationNamed } from './voximplant.application';
import type { Application } from './voximplant.application';
import { voximplantUsers } from './voximplant.user';

/** https://docs.voximplant.ai/api-reference/management-api/errors */
const OF_ANOTHER_APPLICATION = '393';

function applicationOf(form: Form): Application {
	const locator = form.locator('application', 'Application');
	if (locator) return applicationNamed(locator);
	throw new InputFault(
		"Choose an 'Application' first: the list shows the users of one application.",
	);
}

/**
 * A part of a name is what the API looks for: of the name to log in with, which is in lower case and
 * without blanks, or of the one that is shown. Whether case counts there is nowhere said.
 */
function queries(typed: string): Query[] {
	if (typed === '') return [{}];
	const titled = typed.toLowerCase().replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
	const shown = [...new Set([typed, titled])].map((part) => ({ user_display_name: part }));
	return /\s/.test(typed) ? shown : [{ user_name: typed.toLowerCase() }, ...shown];
}

export const users: Picker = {
	lists(typed, form) {
		const application = applicationOf(form);
		const byName = queries(typed).map((query) => voximplantUsers(application, query));
		if (!isNumber(typed)) return byName;
		const byId = voximplantUsers(application, { user_id: typed });
		return [...byName, { ...byId, noneCodes: [INVALID_USER_ID, OF_ANOTHER_APPLICATION] }];
	},
	entry: ({ user_display_name: shown, user_name: login }, value) => ({
		name: nameAndMore(value, shown, login),
		value,
	}),
};
