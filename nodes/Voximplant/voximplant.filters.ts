import type { ApiFilter } from '../shared/filters';
import { chosenIn } from '../shared/find';
import type { Item } from '../shared/item';
import { digitsIn, flagIn, textIn } from '../shared/parameters';
import type { Query } from '../shared/provider';

/** Filters that this API applies: the field's title, and the API's parameter. */

/** An ID, chosen from a list or given. */
export const chosen =
	(field: string, name: string): ApiFilter =>
	(value) => ({ [name]: digitsIn(chosenIn(value, field), field) });

export const words =
	(field: string, name: string): ApiFilter =>
	(value) => ({ [name]: textIn(value, field) });

export const flag =
	(field: string, name: string): ApiFilter =>
	(value) => ({ [name]: flagIn(value, field) });

/** The options that say what the API tells of each record. */
export function shownOf(item: Item, table: Record<string, ApiFilter>): Query {
	const query: Query = {};
	for (const [name, read] of Object.entries(table)) {
		// An expression without a value leaves its option there, undefined.
		if (name in item.options) Object.assign(query, read(item.options[name]));
	}
	return query;
}
