import type { Listing, Page } from '../../../nodes/shared/paging/listing';
import { walk } from '../../../nodes/shared/paging/walk';
import { onePage } from '../../../nodes/shared/paging/strategies';
import { everything, listingOf, paged, people, scripted } from './directory';

/** What each page of a walk says of its gaps, and the hints. */
async function gapsOf(listing: Listing, pages: Page[], plan = {}) {
	const hints: string[] = [];
	const gaps: Array<string | undefined> = [];
	const walked = walk({
		provider: 'Plainly',
		listing,
		plan: { ...everything, ...plan },
		fetch: scripted(...pages),
		hint: (hint) => hints.push(hint),
	});
	for await (const { gap } of walked) gaps.push(gap);
	return { gaps, hints };
}

describe('how many there are in all', () => {
	const offset = listingOf(paged.offset);

	it.each<[string, Listing, Page, number | undefined]>([
		['as the provider says', offset, { records: people(1, 2), total: 2 }, 2],
		['not where it does not say', offset, { records: people(1, 2) }, undefined],
		['where the list ended by itself', listingOf(paged.page), { records: people(1, 2) }, 2],
		[
			'not where it counts others, too',
			offset,
			{ records: people(1, 1), dropped: 1, total: 2 },
			undefined,
		],
		['as many as come at once', { ...offset, paging: onePage }, { records: people(1, 2) }, 2],
		[
			'not where that is the most that it gives',
			{ ...offset, paging: onePage, ceiling: 2 },
			{ records: people(1, 2) },
			undefined,
		],
	])('is known %s', async (_when, listing, page, expected) => {
		const walked = walk({
			provider: 'Plainly',
			listing,
			plan: everything,
			fetch: scripted(page, { records: [] }),
			hint: () => undefined,
		});
		for await (const { total } of walked) {
			expect(total).toBe(expected);
			break;
		}
	});
});

describe('the last page of a walk', () => {
	const offset = listingOf(paged.offset);
	const page = listingOf(paged.page);

	it.each<[string, Listing, Page[], RegExp, object?]>([
		[
			'a total that is higher than what came',
			offset,
			[
				{ records: people(1, 2), total: 3 },
				{ records: [], total: 3 },
			],
			/^Plainly counts 3 users, but returned 2 different ones/,
		],
		[
			'as many as the provider gives at most',
			{ ...offset, ceiling: 2 },
			[{ records: people(1, 2), total: 2 }],
			/^Plainly returns at most 2 users, and it returned that many/,
		],
		[
			'more than the total',
			offset,
			[{ records: people(1, 2, 3), total: 2 }],
			/^Plainly counts 2 users, but returned 3 different ones/,
		],
		[
			'an announced page that is empty',
			page,
			[
				{ records: people(1, 2), another: true },
				{ records: [], another: true },
			],
			/^Plainly announced more users, but page 2 was empty/,
		],
		[
			'no more pages than are allowed',
			page,
			[{ records: people(1, 2), lastPage: 3 }],
			/^Stopped at 'Max Pages' \(1\): there are more/,
			{ maxPages: 1 },
		],
	])('alone tells of a gap after %s, in the words of the hint', async (_what, ...given) => {
		const [listing, pages, words, plan] = given;
		const { gaps, hints } = await gapsOf(listing, pages, plan);
		expect(hints).toEqual([expect.stringMatching(words)]);
		expect(gaps.at(-1)).toBe(hints[0]);
		expect(gaps.slice(0, -1).filter((gap) => gap !== undefined)).toEqual([]);
	});

	it.each<[string, Listing, Page[], object, number]>([
		['everybody', offset, [{ records: people(1, 2), total: 2 }], {}, 0],
		['as many as were wanted', offset, [{ records: people(1, 2), total: 9 }], { need: 2 }, 0],
	])('tells of none after %s', async (_what, listing, pages, plan, count) => {
		const { gaps, hints } = await gapsOf(listing, pages, plan);
		expect(gaps).toEqual(gaps.map(() => undefined));
		expect(hints).toHaveLength(count);
	});

	it('without a total is the empty one', async () => {
		const pages = [{ records: people(1, 2) }, { records: people(3) }, { records: [] }];
		expect(await gapsOf(offset, pages)).toEqual({
			gaps: [undefined, undefined, undefined],
			hints: [],
		});
	});
});
