import { InputError } from '../errors';
import type { Item } from '../execution/item';

const TURN_OFF =
	'Turn it off for this operation. The node retries requests itself where that is safe.';

/**
 * n8n's own setting runs every item again after any failure, those included that were carried out: an
 * amount would be moved twice, tokens created that are lost, and who was created refused as taken.
 * To be called before anything is sent, by each operation that isn't safe to repeat.
 *
 * @throws {InputError} where it is on
 */
export function refuseRetryOnFail(item: Item, next = TURN_OFF): void {
	if (!item.retriesOnFail) return;
	throw new InputError(
		"'Retry On Fail' is on in the node's settings. It would repeat operations that already succeeded.",
		next,
	);
}
