import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { chosenIn } from '../shared/find';
import { getAll } from '../shared/getAll';
import { quoPhoneNumber, quoPhoneNumbers } from './quo.phoneNumber';

const FILTERS: FilterTable = {
	api: { userId: (value) => ({ userId: chosenIn(value, 'User') }) },
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
