import type { Listing, Page } from '../../../nodes/shared/execution/provider';
import { byEmail, byId, findOne, lookUp } from '../../../nodes/shared/operations/lookUp';
import { walk } from '../../../nodes/shared/paging/walk';
import { everything, listingOf, paged, people, scripted } from './directory';
import { fakeRun } from '../fakeItem';

/** What each stretch of a walk says of its gaps. */
async function gapsOf(listing: Listing, pages: Page[], plan = {}) {
	const said: string[] = [];
	const gaps: Array<string | undefined> = [];
	const stretches = walk({
		provider: 'Plainly',
		listing,
		plan: { ...everything, ...plan },
		fetch: scripted(...pages),
		say: (hint) => said.push(hint),
	});
	for await (const { gap } of stretches) gaps.push(gap);
	return { gaps, said };
}

describe('the last stretch of a walk', () => {
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
			'a promised page that is empty',
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
			/^Stopped after 1 pages \('Max Pages'\)/,
			{ maxPages: 1 },
		],
	])('alone tells of a gap after %s, in the words of the hint', async (_what, ...given) => {
		const [listing, pages, words, plan] = given;
		const { gaps, said } = await gapsOf(listing, pages, plan);
		expect(said).toEqual([expect.stringMatching(words)]);
		expect(gaps.at(-1)).toBe(said[0]);
		expect(gaps.slice(0, -1).filter((gap) => gap !== undefined)).toEqual([]);
	});

	it.each<[string, Listing, Page[], object, number]>([
		['everybody', offset, [{ records: people(1, 2), total: 2 }], {}, 0],
		['more than the total', offset, [{ records: people(1, 2, 3), total: 2 }], {}, 1],
		['as many as were wanted', offset, [{ records: people(1, 2), total: 9 }], { need: 2 }, 0],
	])('tells of none after %s', async (_what, listing, pages, plan, hints) => {
		const { gaps, said } = await gapsOf(listing, pages, plan);
		expect(gaps).toEqual(gaps.map(() => undefined));
		expect(said).toHaveLength(hints);
	});

	it('without a total is the empty one', async () => {
		const pages = [{ records: people(1, 2) }, { records: people(3) }, { records: [] }];
		expect(await gapsOf(offset, pages)).toEqual({
			gaps: [undefined, undefined, undefined],
			said: [],
		});
	});
});

describe('a look-up in a list', () => {
	const keys = { id: byId('id'), email: byEmail('email') };
	const records = [{ id: 1, email: 'Ada@example.com' }, { id: 2 }];
	/** Both records on the first page, and none after it, whatever the total. */
	const ask = (total: number, mode: string, value: string) => {
		let asked = 0;
		const page = () => ({ records: asked++ === 0 ? records : [], total });
		const run = fakeRun({}, { answer: () => ({ body: {} }) });
		const at = { listing: listingOf(paged.offset, { page }), keys };
		return { item: run.item(), locator: { mode, value }, at };
	};

	it('that came incomplete still finds whoever is in it', async () => {
		const { item, locator, at } = ask(3, 'email', 'ada@EXAMPLE.com');
		expect(await findOne(item, locator, at)).toEqual(records[0]);
	});

	it.each([
		['id', '7'],
		['email', 'bob@example.com'],
	])('that came incomplete says nothing of who is not: %s', async (mode, value) => {
		const { item, locator, at } = ask(3, mode, value);
		const words = `Plainly: the list came incomplete, and '${value}' was not in it: Plainly counts 3 users, but returned 2 different ones: the list may have changed during the run. Run again to be sure.`;
		await expect(lookUp(item, locator, at)).rejects.toThrow(words);
		await expect(findOne(item, locator, at)).rejects.toThrow(words);
	});

	it('that came whole says who is not there', async () => {
		const { item, locator, at } = ask(2, 'id', '7');
		expect(await lookUp(item, locator, at)).toBeUndefined();
		await expect(findOne(item, locator, at)).rejects.toThrow(
			"Plainly: there is no user with the ID '7'.",
		);
	});
});
