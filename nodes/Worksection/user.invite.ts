import { choiceIn, emailIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { add, additional } from './worksection.addition';
import type { Place } from './worksection.addition';
import { worksectionDirectory, worksectionUser } from './worksection.user';

const ROLES = ['user', 'guest', 'reader'] as const;

const MEMBERS: Place = {
	kind: worksectionUser,
	directory: worksectionDirectory,
	deed: ['invitation', 'invited'],
	flag: 'invited',
};

/** https://worksection.com/en/faq/api-user.html: `add_user` sends the invitation at once. */
export const inviteUser: Operation = async (item) =>
	await add(item, MEMBERS, () => {
		const email = emailIn(item.parameter('email'), 'Email');
		const fields = additional(item, {
			firstName: ['First Name', 'first_name'],
			lastName: ['Last Name', 'last_name'],
			title: ['Title', 'title'],
			role: ['Role', 'role', (value, title) => choiceIn(value, title, ROLES)],
			team: ['Team', 'group'],
			department: ['Department', 'department'],
		});
		return {
			name: 'add_user',
			query: { email, ...fields },
			locator: { mode: 'email', value: email },
			who: `the user with the e-mail '${email}'`,
		};
	});
