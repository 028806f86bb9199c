import { USER_FIELDS } from '../account';
import { type Action, type Context, list, requiredEmail } from '../action';
import { refuse } from '../errors';
import type { WorksectionUser } from '../userRecords';

const INVITED_ROLES = ['user', 'guest', 'reader'];

const capitalised = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

function userAnswer(user: WorksectionUser, { settings }: Context): unknown {
	const { date_added, ...rest } = user;
	const { roleCase, tokenKind } = settings;
	const role = roleCase === 'lower' ? user.role : capitalised(user.role);
	return tokenKind === 'admin' ? { ...rest, role, date_added } : { ...rest, role };
}

export const getUsers: Action = {
	parameters: [],
	scope: 'users_read',
	run: (_, context) =>
		list(
			context.account.people.map((user) => userAnswer(user, context)),
			context,
		),
};

export const addUser: Action = {
	parameters: ['email', ...USER_FIELDS],
	scope: 'users_write',
	run: (sent, context) => {
		const { account, settings } = context;
		const email = requiredEmail(sent);
		const { role = 'user' } = sent;
		// the page lists the three; the words of a refusal are UNCONFIRMED
		if (!INVITED_ROLES.includes(role)) refuse(11, 'Invalid value', 'role');
		const existing = account.byEmail(email);
		// UNCONFIRMED: code and words for a second invitation
		if (existing && settings.duplicateInvite === 'error') {
			refuse(11, 'User already exists', email);
		}
		return userAnswer(existing ?? account.invite(email, sent), context);
	},
};
