import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { Directory } from '../shared/directory/directory';
import { chosenConnection } from '../shared/execution/chosenConnection';
import { listSearch } from '../shared/picker/listSearch';
import type { Picker } from '../shared/picker/picker';
import { ownParameter } from './ownParameter';

/** The lists that the directories' fields open, by method. */
export const listSearches = (directories: readonly Directory[]) =>
	Object.fromEntries(
		directories.flatMap(({ provider, pickers = {} }) =>
			Object.entries(pickers).map(([method, picker]) => [method, listSearchOf(provider, picker)]),
		),
	);

/** With the credential that this node's own choice of an authentication says. */
const listSearchOf = ({ name, connection }: Directory['provider'], picker: Picker) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const authentication = () =>
			this.getCurrentNodeParameter(ownParameter(name, 'authentication')) ?? undefined;
		const chosen = chosenConnection(connection, authentication);
		return await listSearch(chosen, picker).call(this, filter, paginationToken);
	};
