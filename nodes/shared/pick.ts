import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
} from 'n8n-workflow';
import { entriesOf, forget, known } from './entries';
import type { Choices, Entries, Entry, Reader, Source } from './entries';
import { ProviderFault, toNodeError } from './fault';
import { Form } from './form';
import { Found } from './found';
import type { Asked } from './found';
import { clientOf, nodeOf } from './host';
import type { Provider } from './provider';
import { text } from './read';

/** A list to choose from. */
export interface Picker {
	/**
	 * The lists that together hold everything with what was typed in its name, and what has it for
	 * its ID: where the API can look for it, shorter ones than with nothing typed.
	 *
	 * @throws {InputFault} where another field has to be filled in first
	 */
	lists(typed: string, form: Form): Choices[];
	entry(record: IDataObject, id: string, credentials: ICredentialDataDecryptedObject): Entry;
}

/** "Nathan Smith (nathan@example.com)"; whoever has neither is shown by ID. */
export function nameAndMore(id: string, name: unknown, more: unknown): string {
	const [first, second] = [text(name), text(more)].filter((words) => words !== null);
	if (first === undefined) return id;
	return second === undefined ? first : `${first} (${second})`;
}

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

interface Opened {
	provider: string;
	reader: Reader;
	sources: (typed: string) => Source[];
}

const PAGES_AT_ONCE = 5;
/** Somebody waits in front of the list. */
const PATIENCE = { timeoutMs: 30_000, retries: 2, maxWaitMs: 20_000 };

/**
 * A picker as the method of a node. Everything is reached by typing and by scrolling; pages are read
 * as far as that takes, and what was read lately isn't read again.
 *
 * @throws NodeApiError | NodeOperationError as an operation would
 */
export function listSearch(provider: Provider, picker: Picker): ListSearch {
	return async function (filter = '', paginationToken = '0') {
		const asked = { typed: filter.trim(), skip: Number(paginationToken) || 0 };
		const answer = async () => await search(await open(this, provider, picker), asked);
		return await answer().catch((error: unknown) => {
			throw toNodeError(nodeOf(this), error, 0);
		});
	};
}

async function open(
	context: ILoadOptionsFunctions,
	provider: Provider,
	picker: Picker,
): Promise<Opened> {
	const data = await context.getCredentials<ICredentialDataDecryptedObject>(provider.credential);
	const form = new Form(context);
	const common = { provider: provider.title, credentials: data };
	return {
		provider: provider.title,
		reader: {
			client: clientOf(context, provider, { data }),
			limits: { ...PATIENCE, requestsPerSecond: form.requestsPerSecond },
			entry: (record, recordId) => picker.entry(record, recordId, data),
		},
		sources: (typed) => picker.lists(typed, form).map((listing) => ({ ...common, listing })),
	};
}

/** The API may tell upper from lower case: where it finds nothing, everything is read. */
async function search(opened: Opened, asked: Asked): Promise<INodeListSearchResult> {
	const found = await look(opened, asked, fewest(opened, asked.typed));
	if (!found.isEmpty) return found.answer;
	return (await look(opened, asked, opened.sources(''))).answer;
}

/** @throws {ProviderFault} where nothing fits in a list that came incomplete */
async function look(opened: Opened, asked: Asked, sources: Source[]): Promise<Found> {
	const lists = sources.map(entriesOf);
	const { reader } = opened;
	for (const list of lists) {
		list.readers.push(reader);
		list.plan.ahead = asked.typed === '' ? 0 : PAGES_AT_ONCE;
	}
	const gathered = gather(lists, asked).finally(() => {
		for (const list of lists) list.readers = list.readers.filter((other) => other !== reader);
	});
	const found = await gathered.catch((error: unknown) => {
		for (const source of sources) forget(source);
		throw error;
	});
	const gap = lists.map((list) => list.gap).find((words) => words !== undefined);
	if (!found.isEmpty || gap === undefined) return found;
	throw new ProviderFault({
		provider: opened.provider,
		text: `the list came incomplete, and nothing that fits was in what came: ${gap}`,
	});
}

/** What an ID may be. */
export const isNumber = (typed: string): boolean => /^\d+$/.test(typed);

/** What was found for fewer letters holds what is wanted now, where all of that was read. */
function fewest({ sources }: Opened, typed: string): Source[] {
	// What has a part of an ID in its name isn't what has the ID.
	const longest = isNumber(typed) ? 1 : typed.length;
	for (let length = 0; length < longest; length++) {
		const found = sources(typed.slice(0, length).trim());
		if (found.every((source) => known(source)?.whole === true)) return found;
	}
	return sources(typed);
}

async function gather(lists: Entries[], asked: Asked): Promise<Found> {
	// The first pages are asked for side by side.
	await Promise.all(lists.map(async ({ pages }) => await pages[Symbol.asyncIterator]().next()));
	const found = new Found(asked);
	for (const list of lists) {
		for await (const page of list.pages) {
			found.add(page);
			if (found.isEnough(list.ended)) return found;
		}
	}
	return found;
}
