import { listSearch } from '../shared/picker/listSearch';
import { directories } from './directories';

/** The lists that the directories' fields open, by method. */
export const listSearches = Object.fromEntries(
	directories.flatMap(({ provider, pickers = {} }) =>
		Object.entries(pickers).map(([method, picker]) => [
			method,
			listSearch(provider.connection, picker),
		]),
	),
);
