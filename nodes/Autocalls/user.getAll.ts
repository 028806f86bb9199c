import { above, after, before, below, contains, equals, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { autocallsUser, autocallsUsers } from './autocalls.user';

/** Autocalls' API filters nothing. */
const FILTERS: FilterTable = {
	node: {
		search: contains('Search', ({ name, email }) => [name, email]),
		email: equals('Email', 'email'),
		createdAfter: after('Created After', 'created_at'),
		createdBefore: before('Created Before', 'created_at'),
		minutesAbove: above('Minutes Above', 'minutes_balance'),
		minutesBelow: below('Minutes Below', 'minutes_balance'),
		creditsAbove: above('Credits Above', 'credits_balance'),
		creditsBelow: below('Credits Below', 'credits_balance'),
	},
};

export const getAllUsers = getAll(
	(item) => ({ listing: autocallsUsers, passes: readFilters(item, FILTERS).passes }),
	autocallsUser,
);
