import { after, before, contains, equals, isOneOf, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { withPhoneNumbers } from './user.phoneNumbers';
import { fullName, quoUser, quoUsers } from './quo.user';

/** Quo's API filters nothing. */
const FILTERS: FilterTable = {
	node: {
		search: contains('Search', (user) => [fullName(user), user.email]),
		email: equals('Email', 'email'),
		role: isOneOf('Role', 'role'),
		createdAfter: after('Created After', 'createdAt'),
		createdBefore: before('Created Before', 'createdAt'),
		updatedAfter: after('Updated After', 'updatedAt'),
		updatedBefore: before('Updated Before', 'updatedAt'),
	},
};

export const getAllUsers = getAll(async (item) => {
	const { passes } = readFilters(item, FILTERS);
	return { listing: quoUsers, passes, complete: await withPhoneNumbers(item) };
}, quoUser);
