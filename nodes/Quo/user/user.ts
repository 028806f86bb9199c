import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Users } from '../../shared/execution/provider';
import { unifiedUser } from '../../shared/output/unified';
import { byEmail, byId } from '../../shared/paging/keys';
import type { Listing, Page } from '../../shared/paging/listing';
import { tokenPaging } from '../../shared/paging/strategies';
import { idOf, isRecord, records, selectFields, text, texts } from '../../shared/text/json';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'createdAt', description: 'When the user was created' },
	{ name: 'Email', value: 'email', description: "The user's e-mail address" },
	{ name: 'First Name', value: 'firstName', description: "The user's first name" },
	{ name: 'ID', value: 'id', description: 'The ID of the user, starting with US' },
	{ name: 'Last Name', value: 'lastName', description: "The user's last name" },
	{
		name: 'Phone Numbers',
		value: 'phoneNumbers',
		description: 'The numbers that ring for the user. Needs the option Include Phone Numbers.',
	},
	{ name: 'Picture URL', value: 'pictureUrl', description: 'Link to the picture' },
	{ name: 'Role', value: 'role', description: 'Owner, admin or member of the workspace' },
	{ name: 'Updated At', value: 'updatedAt', description: 'When the user was last changed' },
];

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

/** null where the numbers of somebody who left are no longer known. */
const numbersIn = (user: IDataObject) => (user.phoneNumbers === null ? null : numbersOf(user));

const numbersOf = ({ phoneNumbers }: IDataObject): string[] => texts(phoneNumbers);

/** `totalItems` is not read: Quo's own page says that it is not accurate. */
function page(body: unknown): Page | undefined {
	const list = isRecord(body) ? records(body.data) : undefined;
	if (!list || !isRecord(body)) return undefined;
	const nextToken = text(body.nextPageToken);
	return nextToken === null ? { records: list } : { records: list, nextToken };
}

/** https://www.quo.com/docs/mdx/api-reference/users/list-users */
const listing: Listing = {
	what: 'users',
	call: { method: 'GET', path: '/v1/users' },
	// `maxResults` is marked as required although it has a default, so it is always sent.
	paging: tokenPaging({ token: 'pageToken', size: 'maxResults', field: 'Page Token' }),
	size: { usual: 50, most: 50 },
	page,
	id: ({ id }) => idOf(id),
};

export const quoUsers: Users = {
	listing: () => listing,
	keys: { id: byId('id'), email: byEmail('email') },
	label: (user) => [fullName(user), user.email],
	shapes: {
		fields: rawFields,
		simplify: (user) => ({
			...selectFields(user, SIMPLIFIED),
			...(user.phoneNumbers === undefined ? {} : { phoneNumbers: numbersIn(user) }),
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
	},
};
