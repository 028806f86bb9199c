import type { Directory } from '../shared/directory/directory';
import { listSearch } from '../shared/picker/listSearch';

/** The lists that the directories' fields open, by method. */
export const listSearches = (directories: readonly Directory[]) =>
	Object.fromEntries(
		directories.flatMap(({ provider, pickers = {} }) =>
			Object.entries(pickers).map(([method, picker]) => [
				method,
				listSearch(provider.connection, picker),
			]),
		),
	);
