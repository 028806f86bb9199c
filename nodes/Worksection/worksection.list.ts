import type { IDataObject } from 'n8n-workflow';
import { onePage } from '../shared/pages';
import type { Listing, Query } from '../shared/provider';
import { idOf, isRecord, records } from '../shared/read';

export const PATH = '/api/admin/v2/';

export const action = (name: string, parameters: Query = {}): Query => ({
	action: name,
	...parameters,
});

export const isOk = (body: unknown): body is IDataObject => isRecord(body) && body.status === 'ok';

/** Everything comes at once; `data` may be absent where there is nothing. */
export const worksectionList = (what: string, name: string): Listing => ({
	what,
	call: { method: 'GET', path: PATH, query: action(name) },
	paging: onePage,
	ceiling: 10_000,
	page(body) {
		const list = isOk(body) ? records(body.data ?? []) : undefined;
		return list && { records: list };
	},
	id: ({ id }) => idOf(id),
});
