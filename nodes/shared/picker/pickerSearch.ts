import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ProviderError, toNodeError } from '../errors';
import type { Connection } from '../http/connection';
import { nodeOf } from '../http/n8nHelper';
import { pickerSource, RunContext } from '../execution/runContext';
import { searched } from '../text/pasted';
import { cachedList, cachedOrNewList, forgetList } from './listCache';
import type { CachedList, ListSource, OptionReader } from './listCache';
import { Matches } from './matches';
import type { PickerSearch } from './matches';
import { NodeForm } from './nodeForm';
import { isNumber } from './picker';
import type { Picker } from './picker';

interface OpenPicker {
	provider: string;
	reader: Omit<OptionReader, 'prefetch'>;
	sources: (typed: string) => ListSource[];
}

const PAGES_AT_ONCE = 5;
/** Shorter than those of an execution: the user is waiting for the list. */
const LIMITS = { timeoutMs: 30_000, retries: 2, maxWaitMs: 20_000 };

/** @throws NodeApiError | NodeOperationError as an operation would */
export async function searchPicker(
	functions: ILoadOptionsFunctions,
	{ connection, picker }: { connection: Connection; picker: Picker },
	asked: PickerSearch,
): Promise<INodeListSearchResult> {
	const wanted = { ...asked, typed: searched(asked.typed) };
	const answer = async () => await search(await open(functions, connection, picker), wanted);
	return await answer().catch((error: unknown) => {
		throw toNodeError(nodeOf(functions), error, 0);
	});
}

async function open(
	functions: ILoadOptionsFunctions,
	connection: Connection,
	picker: Picker,
): Promise<OpenPicker> {
	const context = new RunContext(pickerSource(functions), connection);
	const credentials = await context.credentials();
	const { client, identity: account } = await context.account();
	const form = new NodeForm(context);
	const { provider } = context;
	return {
		provider,
		reader: {
			client,
			limits: { ...LIMITS, requestsPerSecond: form.requestsPerSecond },
			option: (record, id) => picker.option(record, id, credentials),
		},
		sources: (typed) =>
			picker.lists(typed, form).map((listing) => ({ provider, account, listing })),
	};
}

/** The API may tell upper from lower case: where it finds nothing, everything is read. */
async function search(picker: OpenPicker, asked: PickerSearch): Promise<INodeListSearchResult> {
	const found = await searchIn(picker, asked, fewest(picker, asked.typed));
	if (!found.isEmpty) return found.answer;
	return (await searchIn(picker, asked, picker.sources(''))).answer;
}

/** @throws {ProviderError} where nothing fits in a list that came incomplete */
async function searchIn(
	picker: OpenPicker,
	asked: PickerSearch,
	sources: ListSource[],
): Promise<Matches> {
	const lists = sources.map(cachedOrNewList);
	const reader = { ...picker.reader, prefetch: asked.typed === '' ? 0 : PAGES_AT_ONCE };
	for (const list of lists) list.readers.push(reader);
	const matching = match(lists, asked).finally(() => {
		for (const list of lists) list.readers = list.readers.filter((other) => other !== reader);
	});
	const found = await matching.catch((error: unknown) => {
		for (const source of sources) forgetList(source);
		throw error;
	});
	const gap = lists.map((list) => list.gap).find((words) => words !== undefined);
	if (!found.isEmpty || gap === undefined) return found;
	throw new ProviderError({
		provider: picker.provider,
		kind: 'incompleteList',
		text: `the list is incomplete, and nothing in it matches: ${gap}`,
	});
}

/** A list that was read whole for fewer characters also holds what more characters find. */
function fewest({ sources }: OpenPicker, typed: string): ListSource[] {
	// A search by name doesn't find an ID.
	const longest = isNumber(typed) ? 1 : typed.length;
	for (let length = 0; length < longest; length++) {
		const found = sources(typed.slice(0, length).trim());
		if (found.every((source) => cachedList(source)?.whole === true)) return found;
	}
	return sources(typed);
}

async function match(lists: CachedList[], asked: PickerSearch): Promise<Matches> {
	// The first pages are requested in parallel.
	await Promise.all(lists.map(async ({ pages }) => await pages[Symbol.asyncIterator]().next()));
	const matches = new Matches(asked);
	for (const list of lists) {
		for await (const page of list.pages) {
			matches.add(page);
			if (matches.isEnough(list.ended)) return matches;
		}
	}
	return matches;
}
