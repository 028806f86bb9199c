import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { textIn } from '../shared/parameters';
import { quoPhoneNumber, quoPhoneNumbers } from './quo.phoneNumber';

const FILTERS: FilterTable = {
	api: { userId: (value) => ({ userId: textIn(value, 'User ID') }) },
	node: {
		search: contains('Search', ({ name, number, formattedNumber }) => [
			name,
			number,
			formattedNumber,
		]),
	},
};

export const getAllPhoneNumbers = getAll((item) => {
	const { query, passes } = readFilters(item, FILTERS);
	return { listing: quoPhoneNumbers(query), passes };
}, quoPhoneNumber);
