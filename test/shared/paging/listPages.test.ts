import type { IHttpRequestOptions } from 'n8n-workflow';
import { ProviderError } from '../../../nodes/shared/errors';
import { Client } from '../../../nodes/shared/http/client';
import type { Listing } from '../../../nodes/shared/paging/listing';
import { listPages } from '../../../nodes/shared/paging/listPages';
import type { ListReader } from '../../../nodes/shared/paging/listPages';
import { onePage } from '../../../nodes/shared/paging/strategies';
import { type FakeOptions, plainConnection, sendWith } from '../fakeItem';
import { everything, listingOf } from './directory';
import { servedDirectory } from './servedDirectory';

const limits = { timeoutMs: 5000, retries: 0, maxWaitMs: 0 };

function readerOf(
	answer: FakeOptions['answer'],
	more: Partial<ListReader['limits']> = {},
): ListReader {
	const send = async (options: IHttpRequestOptions) => await sendWith(answer)('', options);
	const client = new Client({ send }, plainConnection, { apiKey: 'key-of-the-fake' });
	return { client, limits: { ...limits, ...more } };
}

async function idsOf(reader: () => ListReader, listing: Listing, plan = {}) {
	const hints: string[] = [];
	const ids: unknown[] = [];
	const request = {
		provider: 'Plainly',
		plan: { ...everything, ...plan },
		hint: (text: string) => void hints.push(text),
	};
	for await (const { records } of listPages(reader, listing, request)) {
		ids.push(...records.map(({ id }) => id));
	}
	return { ids, hints };
}

const twelve = Array.from({ length: 12 }, (_, id) => id);

it.each(['offset', 'page', 'token'] as const)('reads a list by %s to its end', async (style) => {
	const { listing, answer } = servedDirectory({ style, people: 12, cap: 5 });
	const reader = readerOf(answer);
	expect(await idsOf(() => reader, listing)).toEqual({ ids: twelve, hints: [] });
});

it('adds the position to the query of the call', async () => {
	const { listing, answer } = servedDirectory({ style: 'page', people: 7, cap: 5 });
	const urls: string[] = [];
	const reader = readerOf(async (options) => {
		urls.push(options.url);
		return await answer(options);
	});
	const call = { ...listing.call, query: { team: 'Red' } };
	await idsOf(() => reader, { ...listing, call });
	expect(urls).toEqual([
		'https://plainly.example/users?team=Red',
		'https://plainly.example/users?team=Red&page=2',
	]);
});

it('asks who reads anew with each page', async () => {
	const { listing, answer } = servedDirectory({ style: 'page', people: 12, cap: 5 });
	const readers = [readerOf(answer), readerOf(answer), readerOf(answer)];
	const asked = jest.fn(() => readers.shift() ?? readerOf(undefined));
	expect((await idsOf(asked, listing)).ids).toEqual(twelve);
	expect(asked).toHaveBeenCalledTimes(3);
});

it('an answer that is no such page is an error', async () => {
	const { listing } = servedDirectory({ style: 'page', people: 0 });
	const reader = readerOf(() => ({ body: { other: [] } }));
	await expect(idsOf(() => reader, listing)).rejects.toMatchObject({
		kind: 'answerLost',
		message: 'Plainly: the answer does not have the expected form.',
	});
});

describe('a code that means that the list is empty', () => {
	const readError = () => ({ text: 'Nothing here', code: '404' });
	const client = new Client(
		{ send: async (options) => await sendWith(() => ({ body: {} }))('', options) },
		{ ...plainConnection, readError },
		{ apiKey: 'key-of-the-fake' },
	);
	const reader = { client, limits };

	it('is an empty list', async () => {
		const listing = listingOf(onePage, { emptyCodes: ['100', '404'] });
		expect(await idsOf(() => reader, listing)).toEqual({ ids: [], hints: [] });
	});

	it.each([[undefined], [[]], [['405']]])('is an error where the codes are %j', async (codes) => {
		const listing = listingOf(onePage, codes ? { emptyCodes: codes } : {});
		const reading = idsOf(() => reader, listing);
		await expect(reading).rejects.toThrow(ProviderError);
		await expect(reading).rejects.toThrow('Plainly: Nothing here (code 404).');
	});
});

describe('pages that are no longer wanted', () => {
	/** All pages but the first never come. */
	function slow() {
		const { listing, answer } = servedDirectory({ style: 'offset', people: 60 });
		const seen = { asked: 0, ended: 0 };
		const reader = readerOf(async (options) => {
			if (options.url.includes('offset=0')) return await answer(options);
			seen.asked += 1;
			return await new Promise((_, reject) => {
				options.abortSignal?.addEventListener?.('abort', () => {
					seen.ended += 1;
					reject(new Error('aborted'));
				});
			});
		});
		return { listing, reader, seen };
	}

	it('are ended with the walk', async () => {
		const { listing, reader, seen } = slow();
		const plan = { ...everything, prefetch: 4 };
		const request = { provider: 'Plainly', plan, hint: () => undefined };
		for await (const { records } of listPages(() => reader, listing, request)) {
			expect(records).toHaveLength(5);
			break;
		}
		expect(seen).toEqual({ asked: 4, ended: 4 });
	});

	it("are ended with the reader's own signal, too", async () => {
		const { listing, reader, seen } = slow();
		const controller = new AbortController();
		const ending = { ...reader, limits: { ...limits, signal: controller.signal } };
		const reading = idsOf(() => ending, listing, { prefetch: 4 });
		const ended = expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
		while (seen.asked < 4) await new Promise((resolve) => setImmediate(resolve));
		controller.abort();
		await ended;
		expect(seen).toEqual({ asked: 4, ended: 4 });
	});
});
