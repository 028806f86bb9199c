import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { assertMode } from '../shared/find';
import { getAll } from '../shared/getAll';
import { locatorIn } from '../shared/parameters';
import { quoPhoneNumber, quoPhoneNumbers } from './quo.phoneNumber';

const FILTERS: FilterTable = {
	api: {
		userId(value) {
			const locator = locatorIn(value, 'User');
			assertMode(locator, 'User', ['id']);
			return { userId: locator.value };
		},
	},
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
