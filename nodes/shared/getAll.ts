import type { IDataObject } from 'n8n-workflow';
import type { ReadFilters } from './filters';
import type { Item } from './item';
import { shapeOf } from './output';
import type { Kind, Shape, UserKind } from './output';
import { flagIn, listIn, numberIn } from './parameters';
import type { Listing, Operation, Paging } from './provider';
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
	kind: Kind | UserKind,
): Operation {
	return async (item) => {
		const limit = readLimit(item);
		const shape = shapeOf(item, kind);
		const asked = await request(item);
		const gathered: Gathered = { users: [], left: 0, limit };
		for await (const stretch of item.walk(asked.listing, asked.passes ? undefined : limit)) {
			gathered.first ??= stretch;
			const last = gather(stretch, gathered, { ...asked, shape });
			if (gathered.users.length < limit) continue;
			sayLimited(item, asked, { gathered, stretch, last });
			break;
		}
		if (shows(item, asked.listing)) sayWithheld(item, asked.listing, gathered.first);
		if (gathered.users.length === 0) sayEmpty(item, asked.listing, gathered.left);
		return gathered.users;
	};
}

interface Gathered {
	users: IDataObject[];
	/** How many the filters kept back. */
	left: number;
	limit: number;
	first?: Stretch;
}

/** @returns the last record of the stretch that was looked at before the limit was reached */
function gather(
	{ records }: Stretch,
	gathered: Gathered,
	{ passes, complete, shape }: ListRequest & { shape: Shape },
): IDataObject | undefined {
	let last: IDataObject | undefined;
	for (const record of records) {
		if (gathered.users.length >= gathered.limit) break;
		last = record;
		if (passes && !passes(record)) gathered.left += 1;
		else gathered.users.push(shape(complete ? complete(record) : record));
	}
	return last;
}

function readLimit(item: Item): number {
	if (flagIn(item.parameter('returnAll'), 'Return All')) return Number.POSITIVE_INFINITY;
	return numberIn(item.parameter('limit'), 'Limit', { least: 1, whole: true });
}

interface Cut {
	gathered: Gathered;
	stretch: Stretch;
	last: IDataObject | undefined;
}

/** Where the limit cut the list off, and how to go on there. */
function sayLimited(item: Item, { listing, passes }: ListRequest, cut: Cut): void {
	const how = howToGoOn(listing.paging, cut);
	if (how === undefined) return;
	const { limit } = cut.gathered;
	const more = passes ? 'there may be more' : 'there are more';
	// One hint for all items says no place to go on: each has its own.
	const next = item.shares ? '' : how;
	item.hint(
		`The limit of ${limit} was reached and ${more} ${listing.what}. Turn on 'Return All' or raise 'Limit'${next}.`,
	);
}

/** undefined where the list ended there anyway. */
function howToGoOn(paging: Paging, { gathered, stretch, last }: Cut): string | undefined {
	const { records, whole, at, next } = stretch;
	if (last === records.at(-1)) return next && wayOn(paging.resume?.(next, 0), 'there');
	const past = whole.findIndex((record) => record === last) + 1;
	if (!paging.cursor) return wayOn(paging.resume?.(at, past), 'there');
	// To begin again with the very page that this walk began with would lead nowhere.
	if (stretch === gathered.first) return '';
	return wayOn(paging.resume?.(at, past), 'with the page that holds the next one');
}

const wayOn = (resume: string | undefined, where: string): string =>
	resume ? `, or ${resume} to go on ${where}` : '';

/** Whether the field that some keys may not read would be among the results. */
function shows(item: Item, { privileged }: Listing): boolean {
	if (item.parameter('output') !== 'selected' || !privileged) return true;
	return listIn(item.parameter('fields'), 'Fields').includes(privileged.field);
}

function sayWithheld(item: Item, { what, privileged }: Listing, first?: Stretch): void {
	if (!privileged || !first?.records.length) return;
	const { field, next } = privileged;
	if (first.records.some((record) => record[field] !== undefined && record[field] !== null)) return;
	item.hint(`${item.provider} gave no '${field}' for any of the ${what}. ${next}`);
}

function sayEmpty(item: Item, { what }: Listing, left: number): void {
	item.hint(
		left > 0
			? `None of the ${left} ${what} passes the filters. Check their values, or remove one.`
			: `${item.provider} has no ${what} here. Check the credential's account and the parameters.`,
	);
}
