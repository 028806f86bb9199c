import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../execution/item';
import { outputOf } from '../output/shape';
import type { Listing } from '../paging/listing';
import { listIn } from '../parameters/values';

/** Whether the field that some keys may not read would be among the results. */
function isShown(item: Item, field: string): boolean {
	if (outputOf(item) !== 'selected') return true;
	return listIn(item.parameter('fields'), 'Fields').includes(field);
}

/**
 * Says why a field is missing that some keys may not read.
 *
 * @param records what the provider gave
 * @param whom they are: "any of the users"
 */
export function hintPrivileged(
	item: Item,
	{ privileged }: Listing,
	{ records, whom }: { records: readonly IDataObject[]; whom: string },
): void {
	if (!privileged || records.length === 0 || !isShown(item, privileged.field)) return;
	const { field, next } = privileged;
	if (records.some((record) => record[field] !== undefined && record[field] !== null)) return;
	item.hint(`${item.provider} returned no '${field}' for ${whom}. ${next}`);
}
