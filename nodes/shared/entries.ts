import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Client, Limits } from './client';
import { Replay } from './memo';
import { onFault } from './fault';
import type { Listing, Plan, Query } from './provider';
import { pageSize, walk } from './walk';

/** Something to choose: its name as it is shown and searched, and its ID. */
export interface Entry {
	name: string;
	value: string;
	/** The provider's own page about it. */
	url?: string;
}

/** Whoever reads, with what it takes. */
export interface Reader {
	client: Client;
	limits: Limits;
	entry: (record: IDataObject, id: string) => Entry;
}

/** A list to choose from, as far as it was read. */
export interface Entries {
	pages: Replay<Entry[]>;
	/** Its last page was read. */
	ended: boolean;
	/** And nothing is missing. */
	whole: boolean;
	/** How it came incomplete. */
	gap?: string;
	plan: Plan;
	/** Kept no longer than they read: each holds a credential. */
	readers: Reader[];
	size: number;
	begunAt: number;
}

/** A list to choose from. */
export interface Choices extends Listing {
	/** The provider's codes that mean: there is none of these. */
	noneCodes?: readonly string[];
}

export interface Source {
	/** The provider's title. */
	provider: string;
	credentials: ICredentialDataDecryptedObject;
	listing: Choices;
}

const FRESH_MS = 120_000;
const MOST_LISTS = 60;
const MOST_ENTRIES = 100_000;

/** Lists read lately in this process, the oldest first; losing them costs requests, nothing else. */
const shelf = new Map<string, Entries>();

/** By the credential's content: no other account's list is ever shown. */
function keyOf({ provider, credentials, listing }: Source): string {
	const content = JSON.stringify([provider, credentials, listing.call]);
	return createHash('sha256').update(content).digest('base64');
}

/** The list, if it was read lately. */
export function known(source: Source): Entries | undefined {
	const entries = shelf.get(keyOf(source));
	return entries && Date.now() - entries.begunAt < FRESH_MS ? entries : undefined;
}

/** The list, begun where it isn't known. */
export function entriesOf(source: Source): Entries {
	const found = known(source);
	if (found) return found;
	const entries = begin(source);
	forget(source);
	shelf.set(keyOf(source), entries);
	tidy();
	return entries;
}

/** Whoever asks next begins anew. */
export function forget(source: Source): void {
	shelf.delete(keyOf(source));
}

function begin(source: Source): Entries {
	const size = pageSize(source.listing, undefined, () => undefined);
	const entries: Entries = {
		pages: new Replay(readPages(source, () => entries)),
		ended: false,
		whole: false,
		plan: { size, need: Number.POSITIVE_INFINITY, ahead: 0 },
		readers: [],
		size: 0,
		begunAt: Date.now(),
	};
	return entries;
}

async function* readPages(source: Source, mine: () => Entries): AsyncGenerator<Entry[]> {
	const { provider, listing } = source;
	const entries = mine();
	const reader = () => {
		const [first] = entries.readers;
		if (first) return first;
		throw new Error('Nobody reads this list.');
	};
	const fetch = async (position: Query) => {
		const call = { ...listing.call, query: { ...listing.call.query, ...position } };
		const { client, limits } = reader();
		return await onFault(
			async () => await client.read(call, ({ body }) => listing.page(body), limits),
			(fault) => {
				if (listing.noneCodes?.includes(fault.details.code ?? '')) return { records: [] };
				throw fault;
			},
		);
	};
	const walking = { provider, listing, plan: entries.plan, fetch, say: () => undefined };
	for await (const { records, next, gap } of walk(walking)) {
		const { entry } = reader();
		const page = records.flatMap((record) => {
			const id = listing.id(record);
			return id === undefined ? [] : [entry(record, id)];
		});
		entries.size += page.length;
		entries.ended = next === undefined;
		entries.whole = entries.ended && gap === undefined;
		if (gap !== undefined) {
			entries.gap = gap;
			// At the most that the provider gives, reading again would change nothing.
			if (listing.ceiling === undefined || entries.size < listing.ceiling) forget(source);
		}
		tidy();
		yield page;
	}
}

/** Keeps the youngest, within bounds. Who reads a list that is let go of reads on. */
function tidy(): void {
	const now = Date.now();
	let total = 0;
	for (const [index, [key, { begunAt, size }]] of [...shelf].reverse().entries()) {
		total += size;
		const tooMuch = index >= MOST_LISTS || total > MOST_ENTRIES;
		if (tooMuch || now - begunAt >= FRESH_MS) shelf.delete(key);
	}
}
