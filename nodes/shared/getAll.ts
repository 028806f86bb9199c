import type { IDataObject } from 'n8n-workflow';
import type { ReadFilters } from './filters';
import type { Item } from './item';
import { shapeOf } from './output';
import type { Shape, UserKind } from './output';
import { flagIn, numberIn } from './parameters';
import type { Listing, Operation } from './provider';
import type { Stretch } from './walk';

export interface ListRequest {
	listing: Listing;
	/** The filters that the node applies. */
	passes?: ReadFilters['passes'];
	/** Completes each record before it is shaped. */
	complete?: (record: IDataObject) => IDataObject;
}

/** *Get Many*: the list, filtered while its pages stream by, up to the limit. */
export function getAll(
	request: (item: Item) => ListRequest | Promise<ListRequest>,
	kind: UserKind,
): Operation {
	return async (item) => {
		const limit = readLimit(item);
		const shape = shapeOf(item, kind);
		const asked = await request(item);
		const gathered: Gathered = { users: [], left: 0, limit };
		for await (const stretch of item.walk(asked.listing, asked.passes ? undefined : limit)) {
			const used = gather(stretch, gathered, { ...asked, shape });
			if (gathered.users.length < limit) continue;
			sayLimited(item, asked.listing, { limit, stretch, used });
			break;
		}
		if (gathered.users.length === 0) sayEmpty(item, asked.listing, gathered.left);
		return gathered.users;
	};
}

interface Gathered {
	users: IDataObject[];
	/** How many the filters kept back. */
	left: number;
	limit: number;
}

/** @returns how many records of the stretch were looked at before the limit was reached */
function gather(
	{ records }: Stretch,
	gathered: Gathered,
	{ passes, complete, shape }: ListRequest & { shape: Shape },
): number {
	let used = 0;
	for (const record of records) {
		if (gathered.users.length >= gathered.limit) break;
		used += 1;
		if (passes && !passes(record)) gathered.left += 1;
		else gathered.users.push(shape(complete ? complete(record) : record));
	}
	return used;
}

function readLimit(item: Item): number {
	if (flagIn(item.parameter('returnAll'), 'Return All')) return Number.POSITIVE_INFINITY;
	return numberIn(item.parameter('limit'), 'Limit', { least: 1, whole: true });
}

/** Where the limit cut the list off, and how to go on there. */
function sayLimited(
	item: Item,
	{ what, paging }: Listing,
	{ limit, stretch, used }: { limit: number; stretch: Stretch; used: number },
): void {
	const midPage = used < stretch.records.length;
	const at = midPage ? stretch.at : stretch.next;
	if (at === undefined) return;
	const resume = paging.resume?.(at, midPage ? used : 0);
	const where = midPage && paging.cursor ? 'with the page that holds the next one' : 'there';
	const how = resume ? `, or ${resume} to go on ${where}` : '';
	item.hint(
		`The limit of ${limit} was reached and there are more ${what}. Turn on 'Return All' or raise 'Limit'${how}.`,
	);
}

function sayEmpty(item: Item, { what }: Listing, left: number): void {
	item.hint(
		left > 0
			? `None of the ${left} ${what} passes the filters. Check their values, or remove one.`
			: `${item.provider} has no ${what} here. Check the credential's account and the parameters.`,
	);
}
