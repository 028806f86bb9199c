import type { IDataObject } from 'n8n-workflow';
import type { Users } from '../../shared/execution/provider';
import type { Phone } from '../../shared/output/scim';
import { unifiedUser } from '../../shared/output/unified';
import { byEmail, byId } from '../../shared/paging/keys';
import type { Listing } from '../../shared/paging/listing';
import { selectFields, text } from '../../shared/text/json';
import { worksectionListing } from '../worksection.actions';
import { isOAuth2 } from '../worksection.authentication';
import { rawFields } from './rawFields';

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

/** https://worksection.com/en/faq/api-user.html: `get_users`, not paged. */
const listing = (privilegedNext: string): Listing => ({
	...worksectionListing('users', 'get_users'),
	privileged: { field: 'date_added', next: privilegedNext },
});

const byApiKey = listing(
	'Only the admin API key of the account gets this field: check the key in the credential.',
);
const byOAuth2 = listing(
	"With OAuth2, Worksection doesn't return this field: where you need it, choose a credential with the API key.",
);

export const worksectionUsers: Users = {
	listing: (source) => (isOAuth2(source) ? byOAuth2 : byApiKey),
	keys: { id: byId('id'), email: byEmail('email') },
	label: ({ name, email }) => [name, email],
	shapes: {
		fields: rawFields,
		simplify: (user) => selectFields(user, SIMPLIFIED),
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
	},
};
