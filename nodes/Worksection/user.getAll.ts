import { after, before, contains, equals, isOneOf, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { worksectionUser, worksectionUsers } from './worksection.user';

/** Worksection's API filters nothing; its times are taken in the workflow's zone. */
const FILTERS: FilterTable = {
	node: {
		search: contains('Search', ({ name, email }) => [name, email]),
		email: equals('Email', 'email'),
		role: isOneOf('Role', 'role'),
		team: equals('Team', 'group'),
		department: equals('Department', 'department'),
		addedAfter: after('Added After', 'date_added', 'workflow'),
		addedBefore: before('Added Before', 'date_added', 'workflow'),
	},
};

export const getAllUsers = getAll(
	(item) => ({ listing: worksectionUsers, passes: readFilters(item, FILTERS).passes }),
	worksectionUser,
);
