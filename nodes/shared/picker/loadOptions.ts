import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Connection } from '../http/connection';
import type { Picker } from './picker';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

const EVERYTHING = { typed: '', skip: 0, most: Number.POSITIVE_INFINITY };

/**
 * A picker as the list of a field in which several can be chosen: n8n searches in it, so it is whole.
 *
 * @throws NodeApiError | NodeOperationError as an operation would
 */
export function loadOptions(connection: Connection, picker: Picker): LoadOptions {
	return async function () {
		const { searchPicker } = await import('./pickerSearch');
		const { results } = await searchPicker(this, { connection, picker }, EVERYTHING);
		return results.map(({ name, value }) => ({ name, value }));
	};
}
