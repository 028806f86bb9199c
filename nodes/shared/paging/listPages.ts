import { onProviderError } from '../errors';
import type { Client, Limits } from '../http/client';
import type { Query } from '../http/connection';
import type { Listing, Page, Walk } from './listing';
import { walk } from './walk';
import type { WalkedPage } from './walk';

/** Who reads a list, and within which limits. */
export interface ListReader {
	client: Client;
	limits: Limits;
}

/**
 * The pages of a list from its start, as far as they are taken. Items, pickers and triggers all read
 * lists this way.
 *
 * @param reader asked for anew with each page: a cached list outlives whoever began it
 * @throws {ProviderError} where a page could not be read, or the list has no end
 */
export async function* listPages(
	reader: () => ListReader | Promise<ListReader>,
	listing: Listing,
	request: Omit<Walk, 'listing' | 'fetch'>,
): AsyncGenerator<WalkedPage> {
	const over = new AbortController();
	const endable = endableBy(over.signal);
	const fetch = async (position: Query) =>
		await readPage(endable(await reader()), listing, position);
	try {
		yield* walk({ ...request, listing, fetch });
	} finally {
		// Ends the pages that were asked for ahead and are no longer wanted.
		over.abort();
	}
}

/** Signals are joined once per reader: each join takes memory in them. */
function endableBy(signal: AbortSignal): (reader: ListReader) => ListReader {
	const known = new WeakMap<ListReader, ListReader>();
	return (reader) => {
		const before = known.get(reader);
		if (before) return before;
		const { client, limits } = reader;
		const signals = [signal, limits.signal ?? client.signal].filter((each) => each !== undefined);
		const endable = { client, limits: { ...limits, signal: AbortSignal.any(signals) } };
		known.set(reader, endable);
		return endable;
	};
}

async function readPage(
	{ client, limits }: ListReader,
	{ call, page, emptyCodes = [] }: Listing,
	position: Query,
): Promise<Page> {
	const positioned = { ...call, query: { ...call.query, ...position } };
	return await onProviderError(
		async () => await client.read(positioned, ({ body }) => page(body), limits),
		(error) => {
			if (emptyCodes.includes(error.details.code ?? '')) return { records: [] };
			throw error;
		},
	);
}
