import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../errors';
import type { Item } from '../execution/item';
import type { ListRequest } from '../operations/getMany';
import type { WalkedPage } from '../paging/walk';
import type { Progress } from './budget';
import type { Rows } from './comparison';
import { rowOf } from './row';
import type { RowFormat } from './row';

/** A provider's list, read whole. */
export interface ReadUsers {
	/** Who passes the filters. */
	rows: Rows;
	/** Of these, those who are not as they were. */
	news: Map<string, IDataObject>;
	/** The IDs of those who are in the list, but don't pass the filters. */
	filteredOut: Set<string>;
}

export interface ListReading {
	item: Item;
	request: ListRequest;
	format: RowFormat;
	/** Counts while the pages come in. */
	progress: Progress;
}

/** @throws {ProviderError} where the list is not whole */
export async function readUsers(reading: ListReading, before: Rows): Promise<ReadUsers> {
	const { request, format } = reading;
	const rows = new Map<string, string>();
	const users: ReadUsers = { rows, news: new Map(), filteredOut: new Set() };
	const { passes, complete = (user) => user } = request;
	for await (const [id, user] of usersIn(reading)) {
		if (passes && !passes(user)) {
			users.filteredOut.add(id);
			continue;
		}
		const whole = complete(user);
		const row = rowOf(whole, format);
		rows.set(id, row);
		if (before.get(id) !== row) users.news.set(id, whole);
	}
	return users;
}

/** The IDs of all users in the list, whether or not they pass the filters that the node applies. */
export async function readIds(reading: ListReading): Promise<Set<string>> {
	const ids = new Set<string>();
	reading.progress.again = true;
	for await (const [id] of usersIn(reading)) ids.add(id);
	return ids;
}

async function* usersIn({
	item,
	request: { listing },
	progress,
}: ListReading): AsyncGenerator<[string, IDataObject]> {
	progress.read = 0;
	for await (const page of item.pages(listing)) {
		refuseGap(item, page);
		progress.read += page.records.length;
		progress.total = page.total;
		for (const user of page.records) {
			const id = listing.id(user);
			if (id === undefined) throw withoutId(item);
			yield [id, user];
		}
	}
}

/** Who is not in an incomplete list may still be there. */
function refuseGap({ provider }: Item, { gap }: WalkedPage): void {
	if (gap === undefined) return;
	throw new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `the list is incomplete, so nothing was compared: ${gap}`,
	});
}

const withoutId = ({ provider }: Item): ProviderError =>
	new ProviderError({
		provider,
		kind: 'incompleteList',
		text: 'a user in the list has no ID, so nothing was compared',
	});
