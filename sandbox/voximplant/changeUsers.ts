import { asDateTime } from '../people';
import type { Account, Application, VoximplantUser } from './account';
import { refuse, type VoximplantCode } from './errors';
import type { Parameters } from './parameters';
import { applicationMeant, isBound, userMeant, usersMeant } from './pick';

const NAME = /^[a-z0-9][a-z0-9_-]{2,49}$/;

function checkPassword(password: string): void {
	if (password.trim() === '') refuse(463);
	if (/\s/.test(password)) refuse(524);
	if (password.length < 6) refuse(112);
	const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/];
	if (password.length < 8 || !kinds.every((kind) => kind.test(password))) refuse(464);
}

const FORMS: readonly [string, RegExp, VoximplantCode][] = [
	['user_display_name', /^(?=[\s\S]*\S)[\s\S]{1,255}$/, 157],
	['user_custom_data', /^[\s\S]{0,8191}$/, 212],
	// UNCONFIRMED: the form of a number
	['mobile_phone', /^(\+?\d{7,15})?$/, 203],
];

/** What AddUser and SetUserInfo both take. A mobile phone is kept and never answered. */
function readFields(sent: Parameters): Partial<VoximplantUser> {
	const password = sent.anyText('user_password');
	if (password !== undefined) checkPassword(password);
	for (const [name, form, code] of FORMS) {
		const value = sent.anyText(name);
		if (value !== undefined && !form.test(value)) refuse(code);
	}
	const fields = {
		user_display_name: sent.anyText('user_display_name'),
		user_custom_data: sent.anyText('user_custom_data'),
		user_active: sent.flag('user_active'),
		parent_accounting: sent.flag('parent_accounting'),
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(given);
}

const isTaken = (account: Account, name: string, applications: Application[]): boolean =>
	account.people.some(
		(user) => user.user_name === name && applications.some((each) => isBound(user, each)),
	);

export function addUser(account: Account, sent: Parameters, userLimit: number): unknown {
	const application = applicationMeant(account, sent);
	const name = sent.text('user_name') ?? refuse(134);
	if (!sent.has('user_display_name') || !sent.has('user_password')) refuse(134);
	if (!NAME.test(name)) refuse(122);
	const fields = readFields(sent);
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
}

const CHANGEABLE = [
	'new_user_name',
	'user_display_name',
	'user_password',
	'user_active',
	'user_custom_data',
	'parent_accounting',
	'mobile_phone',
];

export function setUserInfo(account: Account, sent: Parameters): unknown {
	const user = userMeant(account, sent);
	if (!CHANGEABLE.some((name) => sent.has(name))) refuse(134);
	const fields = readFields(sent);
	const name = sent.text('new_user_name');
	if (name !== undefined && !NAME.test(name)) refuse(462);
	if (name !== undefined && name !== user.user_name && isTaken(account, name, user.applications)) {
		refuse(118);
	}
	Object.assign(user, fields, name === undefined ? {} : { user_name: name });
	user.modified = asDateTime(Date.now());
	return { result: 1 };
}

/** Takes lists and `all`, as the provider does, so that a test can see whoever sends them. */
export function delUser(account: Account, sent: Parameters): unknown {
	const gone = new Set(usersMeant(account, sent));
	const left = account.people.filter((user) => !gone.has(user));
	account.people.length = 0;
	for (const user of left) account.people.push(user);
	return { result: 1 };
}
