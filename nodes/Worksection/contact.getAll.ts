import { contains, equals, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { contactDirectory, worksectionContact } from './worksection.contact';

const FILTERS: FilterTable = {
	node: {
		search: contains('Search', ({ name, email }) => [name, email]),
		email: equals('Email', 'email'),
		folder: equals('Folder', 'group'),
	},
};

export const getAllContacts = getAll(
	(item) => ({ listing: contactDirectory.listing, passes: readFilters(item, FILTERS).passes }),
	worksectionContact,
);
