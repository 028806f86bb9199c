import type { IDataObject } from 'n8n-workflow';
import { byEmail, byId } from '../shared/find';
import type { Keys } from '../shared/find';
import type { UserKind } from '../shared/output';
import { tokenPaging } from '../shared/pages';
import type { Listing, Page } from '../shared/provider';
import { idOf, isRecord, pick, records, text, texts } from '../shared/read';
import { unifiedUser } from '../shared/unified';
import { userRawFields } from './user.fields';

const SIMPLIFIED = [
	'id',
	'firstName',
	'lastName',
	'email',
	'role',
	'pictureUrl',
	'createdAt',
	'updatedAt',
];

export function fullName({ firstName, lastName }: IDataObject): string {
	const [first, last] = [text(firstName), text(lastName)];
	return first !== null && last !== null ? `${first} ${last}` : (first ?? last ?? '');
}

const numbersOf = ({ phoneNumbers }: IDataObject): string[] => texts(phoneNumbers);

export const quoUser: UserKind = {
	fields: userRawFields,
	simplify: (user) => ({
		...pick(user, SIMPLIFIED),
		...(user.phoneNumbers === undefined ? {} : { phoneNumbers: numbersOf(user) }),
	}),
	unify: (user) =>
		unifiedUser({
			provider: 'quo',
			id: user.id,
			displayName: fullName(user),
			givenName: user.firstName,
			familyName: user.lastName,
			email: user.email,
			phone: numbersOf(user)[0],
			role: user.role,
			photoUrl: user.pictureUrl,
			createdAt: user.createdAt,
			updatedAt: user.updatedAt,
		}),
	phones: (user) => numbersOf(user).map((value) => ({ value, type: 'work' })),
};

/** `totalItems` is not read: Quo's own page says that it is not accurate. */
function page(body: unknown): Page | undefined {
	const list = isRecord(body) ? records(body.data) : undefined;
	if (!list || !isRecord(body)) return undefined;
	const nextToken = text(body.nextPageToken);
	return nextToken === null ? { records: list } : { records: list, nextToken };
}

/** https://www.quo.com/docs/mdx/api-reference/users/list-users */
export const quoUsers: Listing = {
	what: 'users',
	call: { method: 'GET', path: '/v1/users' },
	// `maxResults` is marked as required although it has a default, so it is always sent.
	paging: tokenPaging({ token: 'pageToken', size: 'maxResults', field: 'Page Token' }),
	size: { usual: 50, most: 50 },
	page,
	id: ({ id }) => idOf(id),
};

export const quoKeys: Keys = { id: byId('id'), email: byEmail('email') };
