import { asDateTime } from '../dateTime';
import { refuse } from '../errors';
import type { Method } from '../method';
import { namedApplication } from '../references';
import { isTaken, readUserFields, USER_NAME } from '../userFields';
import type { VoximplantUser } from '../userRecords';

export const addUser: Method = (account, sent, { userLimit }) => {
	const application = namedApplication(account, sent);
	const name = sent.text('user_name') ?? refuse(134);
	if (!sent.has('user_display_name') || !sent.has('user_password')) refuse(134);
	if (!USER_NAME.test(name)) refuse(122);
	const fields = readUserFields(sent);
	if (isTaken(account, name, [application])) refuse(118);
	if (userLimit > 0 && account.people.length >= userLimit) refuse(109);
	const now = asDateTime(Date.now());
	const user: VoximplantUser = {
		user_id: account.nextUserId(),
		user_name: name,
		user_display_name: '',
		user_active: true,
		parent_accounting: true,
		live_balance: 0,
		balance: 0,
		fixed_balance: 0,
		applications: [application],
		skills: [],
		acd_queues: [],
		acd_status: 'OFFLINE',
		acd_status_change_time: now,
		created: now,
		modified: now,
		frozen: false,
		...fields,
	};
	account.people.push(user);
	return { result: 1, user_id: user.user_id };
};
