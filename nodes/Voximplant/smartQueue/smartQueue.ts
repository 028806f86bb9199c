import { onProviderError } from '../../shared/errors';
import type { Query } from '../../shared/http/connection';
import type { Listing } from '../../shared/paging/listing';
import { fromList, idMode } from '../../shared/parameters/fields';
import { voximplantListing } from '../voximplant.methods';

/** Of a filter: by list or ID alone. */
export const smartQueueModes = [fromList('searchSmartQueues'), idMode('e.g. 12345')];

/** Voximplant's table of errors has none of SmartQueue's own: what it may say of an unknown one. */
const UNKNOWN_CODES = ['101', '218'];

/** Says what to check where the API refuses a SmartQueue. */
export async function checkingSmartQueue<T>(action: () => Promise<T>, next: string): Promise<T> {
	return await onProviderError(action, (error) => {
		throw UNKNOWN_CODES.includes(error.details.code ?? '') ? error.with({ next }) : error;
	});
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-queues */
export const smartQueueListing = (query: Query): Listing =>
	voximplantListing({ what: 'SmartQueues', method: 'SQ_GetQueues', id: 'sq_queue_id' }, query);
