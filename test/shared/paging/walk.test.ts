import type { Page } from '../../../nodes/shared/paging/listing';
import { onePage } from '../../../nodes/shared/paging/strategies';
import {
	type Directory,
	listingOf,
	paged,
	people,
	scripted,
	type Style,
	walkDirectory,
	walkThrough,
} from './directory';

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);
const all = numbers(12);
const styles: Style[] = ['offset', 'page', 'token'];

describe.each(styles)('a walk by %s', (style) => {
	it.each([0, 1, 4, 5, 6, 12])('delivers a list of %d people once, in order', async (count) => {
		const walked = await walkDirectory({ style, people: count, cap: 5 });
		expect(walked).toMatchObject({ ids: numbers(count), hints: [], error: undefined });
		expect(walked.requests).toHaveLength(Math.max(1, Math.ceil(count / 5)));
	});

	it.each([1, 4, 5, 6, 11, 12, 13])('asks for no page beyond a limit of %d', async (need) => {
		const walked = await walkDirectory({ style, people: 12, cap: 5 }, { need, prefetch: 5 });
		expect(walked.ids.slice(0, need)).toEqual(numbers(Math.min(12, need)));
		const pageSize = style === 'token' ? Math.min(5, need) : 5;
		expect(walked.requests).toHaveLength(Math.ceil(Math.min(12, need) / pageSize));
		expect(walked.hints).toEqual([]);
	});

	it('stops after as many pages as are allowed, and says that there is more', async () => {
		const walked = await walkDirectory({ style, people: 12, cap: 5 }, { maxPages: 2, prefetch: 5 });
		expect(walked.ids).toEqual(numbers(10));
		expect(walked.requests).toHaveLength(2);
		expect(walked.hints).toEqual([
			expect.stringContaining("Stopped at 'Max Pages' (2): there are more users."),
		]);
	});

	it('says nothing where the last allowed page is the last', async () => {
		const walked = await walkDirectory({ style, people: 12, cap: 5 }, { maxPages: 3 });
		expect(walked).toMatchObject({ ids: all, hints: [], error: undefined });
	});
});

describe('where a walk that was stopped can go on', () => {
	it.each<[Style, string]>([
		['offset', ", or set 'Offset' under Options to 10 to continue there."],
		['page', "Raise 'Max Pages'."],
		['token', ", or set 'Page Token' under Options to after 9 to continue there."],
	])('is told by %s', async (style, end) => {
		const { hints } = await walkDirectory({ style, people: 12, cap: 5 }, { maxPages: 2 });
		expect(hints[0]?.endsWith(end)).toBe(true);
	});

	it('continues there', async () => {
		const byOffset = await walkDirectory({ style: 'offset', people: 12 }, { start: 10 });
		expect(byOffset).toMatchObject({ ids: [10, 11], hints: [] });
		const byToken = await walkDirectory({ style: 'token', people: 12 }, { start: 'after 9' });
		expect(byToken).toMatchObject({ ids: [10, 11], hints: [] });
		const beyond = await walkDirectory({ style: 'offset', people: 12 }, { start: 40 });
		expect(beyond).toMatchObject({ ids: [], hints: [] });
	});
});

describe('a provider that gives fewer at once than it was asked for', () => {
	it.each([1, 5])('is walked in its own steps, %d pages at once', async (prefetch) => {
		const walked = await walkDirectory({ style: 'offset', people: 12, cap: 3 }, { prefetch });
		expect(walked).toMatchObject({ ids: all, hints: [], error: undefined });
		expect(walked.requests.map(({ offset }) => offset)).toEqual([0, 3, 6, 9]);
	});

	it('is walked to its end where it tells no total', async () => {
		const page = async (offset: number) => ({ records: people(...numbers(5, offset)) });
		const walked = await walkThrough(listingOf(paged.offset), async ({ offset }) =>
			Number(offset) < 10 ? await page(Number(offset)) : { records: people(10, 11) },
		);
		expect(walked).toMatchObject({ ids: all, hints: [] });
	});
});

describe('records that were not asked for', () => {
	const page = (from: number, total?: number): Page => ({
		records: people(from, from + 2, from + 4),
		dropped: 2,
		...(total === undefined ? {} : { total }),
	});

	it('are counted for offsets and totals, and not delivered', async () => {
		const fetch = async ({ offset }: { offset?: unknown }) => page(Number(offset), 10);
		const walked = await walkThrough(listingOf(paged.offset), fetch);
		expect(walked).toMatchObject({ ids: [0, 2, 4, 5, 7, 9], hints: [], error: undefined });
	});

	it('are no reason to end a walk, although nobody is left on many pages', async () => {
		const pages = numbers(6).map((at): Page => ({
			records: [],
			dropped: 5,
			nextToken: `token ${at}`,
		}));
		const fetch = scripted(...pages, { records: people(7) });
		const walked = await walkThrough(listingOf(paged.token), fetch);
		expect(walked).toMatchObject({ ids: [7], error: undefined });
	});
});

describe('a list with everything on one page', () => {
	it('is read once', async () => {
		const walked = await walkThrough(listingOf(onePage), scripted({ records: people(1, 2) }));
		expect(walked).toMatchObject({ ids: [1, 2], hints: [], requests: [{}] });
	});

	it.each([
		[2, []],
		[3, ['Plainly returns at most 3 users, and it returned that many: there may be more.']],
		[4, ['Plainly returns at most 3 users, and it returned that many: there may be more.']],
	])('says with %d users whether the most came that it ever gives', async (count, hints) => {
		const listing = listingOf(onePage, { ceiling: 3 });
		const walked = await walkThrough(listing, scripted({ records: people(...numbers(count)) }));
		expect(walked.hints).toEqual(hints);
	});
});

describe('a list that changes during the walk', () => {
	const when = (request: number, act: (directory: Directory) => void) => ({
		before: (directory: Directory, at: number) => {
			if (at === request) act(directory);
		},
	});

	it.each<[Style, number]>([
		['offset', 1],
		['offset', 5],
		['page', 1],
		['page', 5],
	])('skips nobody where users before a page go (%s, %d at once)', async (style, prefetch) => {
		const walked = await walkDirectory(
			{ style, people: 12, cap: 5, ...when(2, (d) => d.people.splice(0, 3)) },
			{ prefetch },
		);
		expect(walked).toMatchObject({ ids: all, error: undefined });
		expect(walked.hints).toEqual([
			'Plainly counts 9 users, but returned 12 different ones: the list may have changed during the run. Run again to be sure.',
		]);
	});

	it.each<[Style, number]>([
		['offset', 1],
		['page', 5],
	])('delivers nobody twice where others come before them (%s, %d)', async (style, prefetch) => {
		const walked = await walkDirectory(
			{
				style,
				people: 12,
				cap: 5,
				...when(2, (d) => {
					d.insert(0);
					d.insert(0);
				}),
			},
			{ prefetch },
		);
		expect(walked.ids).toEqual(all);
		expect(walked.hints).toEqual([expect.stringContaining('counts 14 users, but returned 12')]);
	});

	it('says nothing where those who come or go are still ahead', async () => {
		const grown = await walkDirectory({
			style: 'offset',
			people: 12,
			...when(2, (d) => d.insert(12)),
		});
		expect(grown).toMatchObject({ ids: numbers(13), hints: [] });
		const shrunk = await walkDirectory({
			style: 'offset',
			people: 12,
			...when(2, (d) => d.remove(11)),
		});
		expect(shrunk).toMatchObject({ ids: numbers(11), hints: [] });
	});

	it('is walked again from an earlier page where it lost many', async () => {
		const walked = await walkDirectory({
			style: 'offset',
			people: 40,
			...when(4, (d) => d.people.splice(0, 12)),
		});
		expect(walked).toMatchObject({ ids: numbers(40), error: undefined });
		expect(walked.requests.map(({ offset }) => offset)).toEqual([0, 5, 10, 15, 3, 8, 13, 18, 23]);
	});

	it('that empties is at its end', async () => {
		const walked = await walkDirectory({
			style: 'offset',
			people: 12,
			...when(2, (d) => d.people.splice(0)),
		});
		expect(walked).toMatchObject({ ids: numbers(5), error: undefined });
		expect(walked.hints).toEqual([expect.stringContaining('counts 0 users, but returned 5')]);
	});

	it('keeps to the pages that are allowed, also where it has to step back', async () => {
		const walked = await walkDirectory(
			{ style: 'offset', people: 40, ...when(3, (d) => d.people.splice(0, 3)) },
			{ maxPages: 3 },
		);
		expect(walked.requests.map(({ offset }) => offset)).toEqual([0, 5, 10]);
		expect(walked.ids).toEqual(numbers(10));
		expect(walked.hints).toEqual([
			"Stopped at 'Max Pages' (3): there are more users. Raise 'Max Pages', or set 'Offset' under Options to 7 to continue there.",
		]);
	});

	it('asks for enough at once where it has to step back at the end of a limit', async () => {
		const walked = await walkDirectory(
			{ style: 'offset', people: 40, ...when(3, (d) => d.people.splice(11, 9)) },
			{ need: 11 },
		);
		expect(walked.ids).toEqual(numbers(11));
		expect(walked.requests.length).toBeLessThanOrEqual(13);
	});

	it('that comes and goes in turns on page numbers ends, with an error', async () => {
		const flicker = (directory: Directory, at: number) =>
			at % 2 === 0 ? directory.remove(11) : at > 1 && directory.insert(11);
		const walked = await walkDirectory({ style: 'page', people: 12, cap: 5, before: flicker });
		expect(walked.error?.message).toContain(
			'the total keeps changing, but there are no new entries',
		);
		expect(walked.requests.length).toBeLessThan(30);
	});

	it('gets over one who goes and one who comes while it steps back by page number', async () => {
		const before = (directory: Directory, at: number) => {
			if (at === 2) directory.remove(11);
			if (at === 3) directory.insert(11);
		};
		const walked = await walkDirectory({ style: 'page', people: 12, cap: 5, before });
		expect(walked.error).toBeUndefined();
		expect(walked.ids).toEqual([...numbers(11), 12]);
	});
});

it('an error of the page that is needed is the error of the walk', async () => {
	const walked = await walkThrough(listingOf(paged.token), async () => {
		return await Promise.reject(new Error('Down.'));
	});
	expect(walked.error?.message).toBe('Down.');
});
