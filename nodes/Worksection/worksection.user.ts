import type { IDataObject } from 'n8n-workflow';
import { byEmail, byId } from '../shared/find';
import type { Keys } from '../shared/find';
import type { UserKind } from '../shared/output';
import type { Listing } from '../shared/provider';
import { pick, text } from '../shared/read';
import type { Phone } from '../shared/scim';
import { unifiedUser } from '../shared/unified';
import { userRawFields } from './user.fields';
import { worksectionList } from './worksection.list';

const SIMPLIFIED = [
	'id',
	'name',
	'email',
	'role',
	'title',
	'group',
	'department',
	'phone',
	'avatar',
	'date_added',
];

/** SCIM's types for the phones: main, office, mobile, home. */
const PHONES: ReadonlyArray<[string, Phone['type']]> = [
	['phone', 'other'],
	['phone2', 'work'],
	['phone3', 'mobile'],
	['phone4', 'home'],
];

const firstPhone = ({ phone, phone2, phone3, phone4 }: IDataObject): string | null =>
	text(phone) ?? text(phone3) ?? text(phone2) ?? text(phone4);

/** `YYYY-MM-DD HH:MM`, in a zone that Worksection doesn't tell. */
function dateAdded(value: unknown): string | null {
	const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})/.exec(text(value) ?? '');
	return parts ? `${parts[1]}T${parts[2]}:00` : null;
}

export const worksectionUser: UserKind = {
	fields: userRawFields,
	simplify: (user) => pick(user, SIMPLIFIED),
	unify: (user) =>
		unifiedUser({
			provider: 'worksection',
			id: user.id,
			displayName: user.name,
			givenName: user.first_name,
			familyName: user.last_name,
			email: user.email,
			phone: firstPhone(user),
			title: user.title,
			department: user.department,
			team: user.group,
			role: user.role,
			photoUrl: user.avatar,
			createdAt: dateAdded(user.date_added),
		}),
	phones: (user) =>
		PHONES.flatMap(([name, type]) => {
			const value = text(user[name]);
			return value === null ? [] : [{ value, type }];
		}),
};

/** https://worksection.com/en/faq/api-user.html: `get_users`, not paged. */
export const worksectionUsers: Listing = {
	...worksectionList('users', 'get_users'),
	privileged: {
		field: 'date_added',
		next: 'It does so only for the admin API key of the account: check the key in the credential.',
	},
};

export const worksectionKeys: Keys = { id: byId('id'), email: byEmail('email') };

export const worksectionDirectory = { listing: worksectionUsers, keys: worksectionKeys };
