import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Connection } from '../http/connection';
import type { Picker } from './picker';
import { searchPicker } from './pickerSearch';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * A picker as the method of a node. Everything is reached by typing and by scrolling; pages are read
 * as far as that takes, and what was read lately isn't read again.
 *
 * @throws NodeApiError | NodeOperationError as an operation would
 */
export function listSearch(connection: Connection, picker: Picker): ListSearch {
	return async function (filter = '', paginationToken = '0') {
		const asked = { typed: filter.trim(), skip: Number(paginationToken) || 0 };
		return await searchPicker(this, { connection, picker }, asked);
	};
}
