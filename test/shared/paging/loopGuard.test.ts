import type { Query } from '../../../nodes/shared/http/connection';
import type { Page } from '../../../nodes/shared/paging/listing';
import { listingOf, paged, people, scripted, walkDirectory, walkThrough } from './directory';

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const advice = "Try again later. If it keeps failing, ask the provider for help, or set a 'Limit'.";

describe('a cursor', () => {
	const cursors = (pages: Record<string, Page>) => async (position: Query) =>
		pages[String(position.token ?? 'first')] ?? { records: [] };

	it('that names itself ends the walk with an error, before it is asked for again', async () => {
		const walked = await walkThrough(
			listingOf(paged.token),
			cursors({
				first: { records: people(1), nextToken: 'b' },
				b: { records: people(2), nextToken: 'b' },
			}),
		);
		expect(walked.error).toMatchObject({ kind: 'endlessList', description: advice });
		expect(walked.error?.message).toBe(
			`Plainly: the list of users could not be read to its end: the cursor of the next page repeats (page token b, page 3 of this run).`,
		);
		expect(walked.ids).toEqual([1, 2]);
		expect(walked.requests).toHaveLength(2);
	});

	it('that goes round in a circle ends the walk with an error', async () => {
		const walked = await walkThrough(
			listingOf(paged.token),
			cursors({
				first: { records: people(1), nextToken: 'b' },
				b: { records: people(2), nextToken: 'c' },
				c: { records: people(3), nextToken: 'd' },
				d: { records: people(4), nextToken: 'b' },
			}),
		);
		expect(walked.error?.message).toContain('the cursor of the next page repeats (page token b');
		expect(walked.ids).toEqual([1, 2, 3, 4]);
		expect(walked.requests).toHaveLength(4);
	});

	it('that repeats is no matter where enough came already', async () => {
		const pages = cursors({ first: { records: people(1), nextToken: 'b' } });
		const walked = await walkThrough(listingOf(paged.token), pages, { need: 1 });
		expect(walked).toMatchObject({ ids: [1], error: undefined });
	});
});

describe('empty pages with a next cursor', () => {
	const empty = (token: string): Page => ({ records: [], nextToken: token });

	it('are an error where there are three in a row', async () => {
		const fetch = scripted(
			{ records: people(1), nextToken: 'a' },
			empty('b'),
			empty('c'),
			empty('d'),
		);
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked.error).toMatchObject({ kind: 'endlessList', description: advice });
		expect(walked.error?.message).toBe(
			`Plainly: the list of users could not be read to its end: 3 pages in a row had no new entries (page token c, page 4 of this run).`,
		);
		expect(walked.requests).toHaveLength(4);
	});

	it('are no matter where there are two, or where someone comes in between', async () => {
		const fetch = scripted(
			{ records: people(1), nextToken: 'a' },
			empty('b'),
			empty('c'),
			{ records: people(2), nextToken: 'd' },
			empty('e'),
			empty('f'),
			{ records: people(3) },
		);
		expect(await walkThrough(listingOf(paged.token), fetch)).toMatchObject({
			ids: [1, 2, 3],
			error: undefined,
		});
	});

	it('are no matter where the third is the last page', async () => {
		const fetch = scripted({ records: people(1), nextToken: 'a' }, empty('b'), empty('c'), {
			records: [],
		});
		expect(await walkThrough(listingOf(paged.token), fetch)).toMatchObject({
			ids: [1],
			error: undefined,
		});
	});
});

describe('a page that comes again', () => {
	it.each([
		['by offset', paged.offset, { total: 99 }],
		['by page number', paged.page, { lastPage: 9 }],
		['by page number, with a total', paged.page, { lastPage: 9, total: 99 }],
	])('is an error %s', async (_style, paging, rest) => {
		const same = { records: people(1, 2, 3, 4, 5), ...rest };
		const walked = await walkThrough(listingOf(paging), scripted(same), { prefetch: 3 });
		expect(walked.error?.message).toContain('a page repeats the one before');
		expect(walked.ids).toEqual([1, 2, 3, 4, 5]);
		expect(walked.requests.length).toBeLessThanOrEqual(4);
	});

	it('is an error by cursor', async () => {
		let token = 0;
		const fetch = async () => ({ records: people(1, 2), nextToken: `t${token++}` });
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked.error?.message).toContain('a page repeats the one before (page token t0, page 2');
	});

	it('is an error where two pages alternate', async () => {
		let token = 0;
		const fetch = async () => ({ records: people(token % 2), nextToken: `t${token++}` });
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked.error?.message).toContain('3 pages in a row had no new entries');
		expect(walked.ids).toEqual([0, 1]);
	});

	it('is told from another page whose records have no id', async () => {
		const named = (...names: string[]) => names.map((name) => ({ name }));
		const fetch = scripted(
			{ records: named('Ada', 'Bob'), nextToken: 'a' },
			{ records: named('Cem', 'Dot'), nextToken: 'b' },
			{ records: named('Eve') },
		);
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked.error).toBeUndefined();
		expect(walked.ids).toHaveLength(5);
	});

	it('is seen also where its records have no id', async () => {
		let token = 0;
		const fetch = async () => ({ records: [{ name: 'Ada' }], nextToken: `t${token++}` });
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked.error?.message).toContain('a page repeats the one before');
	});
});

it('one record that comes twice is delivered once, also on one page', async () => {
	const fetch = scripted(
		{ records: people(1, 2, 1), nextToken: 'a' },
		{ records: people(2, 3, '3', 3) },
	);
	expect((await walkThrough(listingOf(paged.token), fetch)).ids).toEqual([1, 2, 3, '3']);
});

describe('a total that lies', () => {
	it.each([
		['too many', (real: number) => real + 7, 12, 'counts 19 users, but returned 12 different'],
		['too few', (real: number) => real - 5, 10, 'counts 7 users, but returned 10 different'],
		['none', () => 0, 5, 'counts 0 users, but returned 5 different'],
		['fewer than none', () => -3, 5, 'counts 0 users, but returned 5 different'],
	])('and says %s is told in a hint', async (_what, told, count, words) => {
		for (const prefetch of [1, 5]) {
			const walked = await walkDirectory({ style: 'offset', people: 12, told }, { prefetch });
			expect(walked).toMatchObject({ ids: numbers(count), error: undefined });
			expect(walked.hints).toEqual([expect.stringContaining(words)]);
			expect(walked.requests.length).toBeLessThanOrEqual(10);
		}
	});

	it('is told in a hint by page number, too', async () => {
		const told = (real: number) => real + 30;
		const walked = await walkDirectory({ style: 'page', people: 12, cap: 5, told });
		expect(walked).toMatchObject({ ids: numbers(12), error: undefined });
		expect(walked.hints).toEqual([expect.stringContaining('counts 42 users, but returned 12')]);
	});

	it('is no matter where the limit is reached', async () => {
		const told = (real: number) => real + 7;
		const walked = await walkDirectory({ style: 'offset', people: 12, told }, { need: 12 });
		expect(walked).toMatchObject({ ids: numbers(12), hints: [] });
	});

	it('and swings ends the walk, with everybody or with an error', async () => {
		const told = (real: number, request: number) => real + (request % 2 === 0 ? 0 : 40);
		const walked = await walkDirectory({ style: 'offset', people: 60, told });
		expect(walked.requests.length).toBeLessThan(100);
		if (walked.error) expect(walked.error.message).toContain('the total keeps changing');
		else expect(walked.ids).toEqual(numbers(60));
	});

	it('and falls without end is an error', async () => {
		const told = (real: number, request: number) => real + 10_000 - request;
		const walked = await walkDirectory({ style: 'page', people: 60, cap: 5, told });
		expect(walked.error?.message).toContain(
			'the total keeps changing, but there are no new entries',
		);
		expect(walked.requests.length).toBeLessThan(40);
	});

	it('and falls ten times without a new entry is no error, and an eleventh time is one', async () => {
		const falling = async (times: number) =>
			await walkDirectory({
				style: 'page',
				people: 60,
				cap: 5,
				told: (real, request) => real + 100 - Math.min(request, 2 * times),
			});
		expect(await falling(10)).toMatchObject({ ids: numbers(60), error: undefined });
		expect((await falling(11)).error?.message).toContain('the total keeps changing');
	});

	it('and falls ever again is no error where a new entry comes in between', async () => {
		const told = (real: number, request: number) => real + 100 - Math.floor(request / 3);
		const walked = await walkDirectory({ style: 'page', people: 150, cap: 5, told });
		expect(walked).toMatchObject({ ids: numbers(150), error: undefined });
	});
});

describe('an empty page although more were announced', () => {
	it('ends a walk by page number, with a hint, where no total but another page was announced', async () => {
		const fetch = scripted(
			{ records: people(1, 2), another: true },
			{ records: [], another: true },
		);
		const walked = await walkThrough(listingOf(paged.page), fetch);
		expect(walked).toMatchObject({ ids: [1, 2], error: undefined });
		expect(walked.hints).toEqual([
			'Plainly announced more users, but page 2 was empty: some may be missing. Run again to be sure.',
		]);
	});

	it('ends a walk by page number, with a hint, where more pages were announced', async () => {
		const empty = { records: [], lastPage: 9 };
		const fetch = scripted({ records: people(1, 2), lastPage: 9 }, empty, empty, empty);
		const walked = await walkThrough(listingOf(paged.page), fetch);
		expect(walked.hints).toEqual([expect.stringContaining('announced more users, but page 4 was')]);
	});

	const counts = { lastPage: 5, total: 5 };
	it.each([paged.page, paged.offset].flatMap((paging) => [{ paging, ...counts }, { paging }]))(
		'is passed over where there are more behind it: %j',
		async ({ paging, ...rest }) => {
			const pages = [people(1), [], [], people(4), people(5)];
			const says = (records: object[]) => (records.length > 0 ? counts : rest);
			const fetch = scripted(...pages.map((records) => ({ records, ...says(records) })));
			const walked = await walkThrough(listingOf(paging), fetch, { size: 1 });
			expect(walked.ids).toEqual([1, 4, 5]);
			expect(walked.hints).toEqual([expect.stringContaining('counts 5 users, but returned 3')]);
		},
	);

	it.each([paged.page, paged.offset])(
		'is one of three at most, then a hint counts',
		async (paging) => {
			const empty = { records: [], lastPage: 9, total: 9 };
			const fetch = scripted({ ...empty, records: people(1, 2) }, empty, empty, empty);
			const walked = await walkThrough(listingOf(paging), fetch, { size: 2 });
			expect(walked.ids).toEqual([1, 2]);
			expect(walked.hints).toEqual([expect.stringContaining('counts 9 users, but returned 2')]);
		},
	);

	it('is told once where the total tells it, too', async () => {
		const rest = { lastPage: 9, total: 18 };
		const empty = { records: [], ...rest };
		const fetch = scripted({ records: people(1, 2), ...rest }, empty, empty, empty);
		const walked = await walkThrough(listingOf(paged.page), fetch);
		expect(walked.hints).toEqual([expect.stringContaining('counts 18 users, but returned 2')]);
	});

	it('is none where the list is empty, or its last page is', async () => {
		for (const page of [{ records: [] }, { records: [], lastPage: 1 }]) {
			expect((await walkThrough(listingOf(paged.page), scripted(page))).hints).toEqual([]);
		}
		const fetch = scripted({ records: people(1), another: true }, { records: [] });
		expect((await walkThrough(listingOf(paged.page), fetch)).hints).toEqual([]);
	});
});

describe('a list without an end', () => {
	const endless = () => {
		let id = 0;
		return async () => ({ records: people(id++), nextToken: `t${id}` });
	};

	it('is an error after 10,000 pages', async () => {
		const walked = await walkThrough(listingOf(paged.token), endless());
		expect(walked.error).toMatchObject({ kind: 'endlessList', description: advice });
		expect(walked.error?.message).toBe(
			`Plainly: the list of users could not be read to its end: it did not end after 10000 pages (page token t10000, page 10001 of this run).`,
		);
		expect(walked.requests).toHaveLength(10_000);
	});

	it('is walked as far as is allowed where that is more', async () => {
		const walked = await walkThrough(listingOf(paged.token), endless(), { maxPages: 10_500 });
		expect(walked.error).toBeUndefined();
		expect(walked.ids).toHaveLength(10_500);
		expect(walked.hints).toEqual([expect.stringContaining("Stopped at 'Max Pages' (10500)")]);
	});
});
