import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../execution/item';
import type { Execute, Users } from '../execution/provider';
import { shapeOf } from '../output/shape';
import type { Shape, Shapes, UserShapes } from '../output/shape';
import type { Listing } from '../paging/listing';
import type { WalkedPage } from '../paging/walk';
import { flagIn, numberIn } from '../parameters/values';
import { readFilters } from './filters';
import type { Filter, Test } from './filters';
import { hintLimit } from './limitHint';
import { hintPrivileged } from './privilegedField';

export interface ListRequest {
	listing: Listing;
	/** The filters that the node applies. */
	passes?: Test | undefined;
	/** Completes each record before it is shaped. */
	complete?: (record: IDataObject) => IDataObject;
}

/** *Get Many*: the list, filtered while its pages stream by, up to the limit. */
export function getMany(
	request: (item: Item) => ListRequest | Promise<ListRequest>,
	shapes: Shapes | UserShapes,
): Execute {
	return async (item) => {
		const limit = limitOf(item);
		const shape = shapeOf(item, shapes);
		const asked = await request(item);
		const result: Result = { records: [], filteredOut: 0, limit };
		for await (const page of item.pages(asked.listing, asked.passes ? {} : { need: limit })) {
			result.first ??= page;
			const last = addPage(page, result, { ...asked, shape });
			if (result.records.length < limit) continue;
			hintLimit(item, asked, { limit, first: result.first, page, last });
			break;
		}
		const { records = [] } = result.first ?? {};
		hintPrivileged(item, asked.listing, { records, whom: `any of the ${asked.listing.what}` });
		if (result.records.length === 0) hintEmpty(item, asked.listing, result.filteredOut);
		return result.records;
	};
}

/** All users, where the node applies all filters itself. */
export const listUsers =
	(users: Users, filters: readonly Filter[]) =>
	(item: Item): ListRequest => ({
		listing: users.listing(item),
		passes: readFilters(item, filters).passes,
	});

interface Result {
	records: IDataObject[];
	filteredOut: number;
	limit: number;
	first?: WalkedPage;
}

/** @returns the last record of the page that was looked at before the limit was reached */
function addPage(
	page: WalkedPage,
	result: Result,
	{ passes, complete, shape }: ListRequest & { shape: Shape },
): IDataObject | undefined {
	let last: IDataObject | undefined;
	for (const record of page.records) {
		if (result.records.length >= result.limit) break;
		last = record;
		if (passes && !passes(record)) result.filteredOut += 1;
		else result.records.push(shape(complete ? complete(record) : record));
	}
	return last;
}

function limitOf(item: Item): number {
	if (flagIn(item.parameter('returnAll'), 'Return All')) return Number.POSITIVE_INFINITY;
	return numberIn(item.parameter('limit'), 'Limit', { least: 1, whole: true });
}

function hintEmpty(item: Item, { what }: Listing, filteredOut: number): void {
	item.hint(
		filteredOut > 0
			? `No ${what} match the filters (${filteredOut} read). Check their values, or remove one.`
			: `${item.provider} returned no ${what}. Check the credential's account and the parameters.`,
	);
}
