import type { Account } from './account';
import type { Application } from './applicationRecords';
import { refuse, type VoximplantCode } from './errors';
import type { Parameters } from './parameters';
import { isBound } from './references';
import type { VoximplantUser } from './userRecords';

export const USER_NAME = /^[a-z0-9][a-z0-9_-]{2,49}$/;

function checkPassword(password: string): void {
	if (password.trim() === '') refuse(463);
	if (/\s/.test(password)) refuse(524);
	if (password.length < 6) refuse(112);
	const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/];
	if (password.length < 8 || !kinds.every((kind) => kind.test(password))) refuse(464);
}

const FORMATS: readonly [string, RegExp, VoximplantCode][] = [
	['user_display_name', /^(?=[\s\S]*\S)[\s\S]{1,255}$/, 157],
	['user_custom_data', /^[\s\S]{0,8191}$/, 212],
	// UNCONFIRMED: the form of a number
	['mobile_phone', /^(\+?\d{7,15})?$/, 203],
];

/** What AddUser and SetUserInfo both take. A mobile phone is accepted and never answered. */
export function readUserFields(sent: Parameters): Partial<VoximplantUser> {
	const password = sent.anyText('user_password');
	if (password !== undefined) checkPassword(password);
	for (const [name, format, code] of FORMATS) {
		const value = sent.anyText(name);
		if (value !== undefined && !format.test(value)) refuse(code);
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

export const isTaken = (account: Account, name: string, applications: Application[]): boolean =>
	account.people.some(
		(user) => user.user_name === name && applications.some((each) => isBound(user, each)),
	);
