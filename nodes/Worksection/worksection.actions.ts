import type { IDataObject } from 'n8n-workflow';
import type { Call, Query } from '../shared/http/connection';
import type { Listing } from '../shared/paging/listing';
import { onePage } from '../shared/paging/strategies';
import { idOf, isRecord, records } from '../shared/text/json';

/** An action that changes something; its parameters stand in the address, as Worksection asks. */
export const writeAction = (action: string, parameters: Query): Call => ({
	method: 'POST',
	path: '',
	query: { action, ...parameters },
});

export const isOk = (body: unknown): body is IDataObject => isRecord(body) && body.status === 'ok';

/** Everything comes at once; `data` may be absent where there is nothing. */
export const worksectionListing = (what: string, action: string): Listing => ({
	what,
	call: { method: 'GET', path: '', query: { action } },
	paging: onePage,
	ceiling: 10_000,
	page(body) {
		const list = isOk(body) ? records(body.data ?? []) : undefined;
		return list && { records: list };
	},
	id: ({ id }) => idOf(id),
});
