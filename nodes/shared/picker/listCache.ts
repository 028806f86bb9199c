import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { listPages } from '../paging/listPages';
import type { ListReader } from '../paging/listPages';
import type { Listing } from '../paging/listing';
import { Replay } from '../paging/replay';
import type { PickerOption } from './matches';

/** Who reads a list, and how its records become options. */
export interface OptionReader extends ListReader {
	/** Pages to request in parallel. */
	prefetch: number;
	option: (record: IDataObject, id: string) => PickerOption | undefined;
}

/** A list to choose from, as far as it was read. */
export interface CachedList {
	pages: Replay<PickerOption[]>;
	/** Its last page was read. */
	ended: boolean;
	/** And nothing is missing. */
	whole: boolean;
	/** How it came incomplete. */
	gap?: string;
	/** Kept no longer than they read: each holds a credential. */
	readers: OptionReader[];
	size: number;
	begunAt: number;
}

/** What a cached list is a list of. */
export interface ListSource {
	/** The provider's title. */
	provider: string;
	/** What tells the account from others. */
	account: unknown;
	listing: Listing;
}

const FRESH_MS = 120_000;
const MOST_LISTS = 60;
const MOST_OPTIONS = 100_000;

/** Lists read lately in this process, the oldest first; losing them costs requests, nothing else. */
const cache = new Map<string, CachedList>();

/** No other account's list is ever shown. */
function keyOf({ provider, account, listing }: ListSource): string {
	const content = JSON.stringify([provider, account, listing.what, listing.call]);
	return createHash('sha256').update(content).digest('base64');
}

/** The list, if it was read lately. */
export function cachedList(source: ListSource): CachedList | undefined {
	const list = cache.get(keyOf(source));
	return list && Date.now() - list.begunAt < FRESH_MS ? list : undefined;
}

/** The list, begun where it isn't cached. */
export function cachedOrNewList(source: ListSource): CachedList {
	const found = cachedList(source);
	if (found) return found;
	const list = begin(source);
	forgetList(source);
	cache.set(keyOf(source), list);
	tidy();
	return list;
}

/** The next search reads the list again. */
export function forgetList(source: ListSource): void {
	cache.delete(keyOf(source));
}

function begin(source: ListSource): CachedList {
	const list: CachedList = {
		pages: new Replay(readPages(source, () => list)),
		ended: false,
		whole: false,
		readers: [],
		size: 0,
		begunAt: Date.now(),
	};
	return list;
}

function firstReader({ readers }: CachedList): OptionReader {
	const [first] = readers;
	if (first) return first;
	throw new Error('A list that is read has no reader.');
}

async function* readPages(
	source: ListSource,
	own: () => CachedList,
): AsyncGenerator<PickerOption[]> {
	const { provider, listing } = source;
	const list = own();
	const pages = listPages(() => firstReader(list), listing, {
		provider,
		plan: { size: listing.size?.usual ?? 0, need: Number.POSITIVE_INFINITY, prefetch: 0 },
		prefetch: () => Math.max(...list.readers.map(({ prefetch }) => prefetch)),
		hint: () => undefined,
	});
	for await (const { records, next, gap } of pages) {
		const { option } = firstReader(list);
		const page = records.flatMap((record) => {
			const id = listing.id(record);
			return id === undefined ? [] : (option(record, id) ?? []);
		});
		list.size += page.length;
		list.ended = next === undefined;
		list.whole = list.ended && gap === undefined;
		if (gap !== undefined) {
			list.gap = gap;
			// At the most that the provider gives, reading again would change nothing.
			if (listing.ceiling === undefined || list.size < listing.ceiling) forgetList(source);
		}
		tidy();
		yield page;
	}
}

/** Keeps the newest, within bounds. Whoever reads a list that is forgotten reads on. */
function tidy(): void {
	const now = Date.now();
	let total = 0;
	for (const [index, [key, { begunAt, size }]] of [...cache].reverse().entries()) {
		total += size;
		const tooMuch = index >= MOST_LISTS || total > MOST_OPTIONS;
		if (tooMuch || now - begunAt >= FRESH_MS) cache.delete(key);
	}
}
