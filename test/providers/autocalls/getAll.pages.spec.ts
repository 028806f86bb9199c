import type { AutocallsSettings } from '../../../sandbox';
import { errorWords, holdRequests } from '../../harness';
import { ids, paired, user, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const { getAll } = platform;
const LIST = 'GET /white-label/users';

type Paginate = AutocallsSettings['paginate'];
const paginate = (mode: Paginate, perPage: number) =>
	Object.assign(platform.sandbox.settings, { paginate: mode, perPage });
const page = (number: number) => (number === 1 ? LIST : `${LIST}?page=${number}`);
const pagesTo = (last: number) => Array.from({ length: last }, (_, index) => page(index + 1));
const isPage = (number: number) => (request: { query: Readonly<Record<string, string>> }) =>
	request.query.page === String(number);

describe('the list of users', () => {
	it.each(['bare', 'array'] as const)('is read whole from one answer: %s', async (mode) => {
		paginate(mode, 10);
		const run = await getAll();
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual(platform.sandbox.people);
		expect(run.json).toHaveLength(25);
		expect(paired(run)).toEqual(Array(25).fill({ item: 0 }));
		expect(platform.asked).toEqual([LIST]);
		expect(run.hints).toEqual([]);
	});

	it.each<[Paginate, string, number, number]>([
		['laravel', 'a partial last page', 10, 3],
		['laravel', 'a full last page', 5, 5],
		['laravel', 'a single page', 25, 1],
		['laravel', 'one user per page', 1, 25],
		['meta', 'a partial last page', 10, 3],
		['meta', 'a full last page', 5, 5],
		['meta', 'a single page', 40, 1],
		['simple', 'a partial last page', 10, 3],
		['simple', 'a full last page', 5, 5],
		['simple', 'a single page', 25, 1],
	])('is walked to its end, each page once: %s with %s', async (mode, _which, perPage, last) => {
		paginate(mode, perPage);
		const run = await getAll();
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual(platform.sandbox.people);
		expect([...platform.asked].sort()).toEqual(pagesTo(last).sort());
		expect(run.hints).toEqual([]);
	});

	it('is walked page by page where only the next page is known', async () => {
		paginate('simple', 6);
		await getAll({ options: { pagesAtOnce: 10 } });
		expect(platform.asked).toEqual(pagesTo(5));
	});

	it('is read on where only the links name the next page', async () => {
		const [first, second] = [user({ id: 1 }), user({ id: 2 })];
		const links = { first: 'x', last: null, prev: null, next: `${platform.sandbox.url}/?page=2` };
		const meta = { current_page: 1, per_page: 1 };
		platform.sandbox.faults.next({ kind: 'body', body: { data: [first], links, meta } });
		const last = { data: [second], links: { ...links, next: null }, meta };
		platform.sandbox.faults.next({ kind: 'body', body: last });
		const run = await getAll();
		expect(ids(run)).toEqual([1, 2]);
		expect(platform.asked).toEqual(pagesTo(2));
	});

	it.each([
		['beside the list', (numbers: object) => numbers],
		['in meta', (meta: object) => ({ meta })],
	])('is read to an empty page where nothing tells the last one: %s', async (_where, shaped) => {
		const answer = (current_page: number, ...data: object[]) =>
			platform.sandbox.faults.next({
				kind: 'body',
				body: { data, ...shaped({ current_page, per_page: 2 }) },
			});
		answer(1, user({ id: 1 }), user({ id: 2 }));
		answer(2, user({ id: 3 }));
		answer(3);
		const run = await getAll();
		expect(ids(run)).toEqual([1, 2, 3]);
		expect(platform.asked).toEqual(pagesTo(3));
		expect(run.hints).toEqual([]);
	});

	it.each([{ data: null }, { users: [] }, { data: user({}) }, { data: [7] }, 'text'])(
		'of another form is an error, never an empty list: %j',
		async (body) => {
			platform.sandbox.faults.always({ kind: 'body', body });
			const run = await getAll({ options: { retries: 0 } });
			expect(run.items).toEqual([]);
			expect(errorWords(run.error)).toMatch(
				/^Autocalls: the answer (does not have the expected form|is cut off or not JSON \(4 characters\))\./,
			);
			expect(platform.asked).toEqual([LIST]);
		},
	);

	it.each(['bare', 'array', 'laravel', 'meta', 'simple'] as const)(
		'gives no items and a hint where there is nobody: %s',
		async (mode) => {
			paginate(mode, 10);
			platform.populate();
			const run = await getAll();
			expect(run.error).toBeUndefined();
			expect(run.items).toEqual([]);
			expect(platform.asked).toEqual([LIST]);
			expect(run.messages).toEqual([
				"Autocalls returned no users. Check the credential's account and the parameters.",
			]);
		},
	);

	it('keeps ids that no number can hold apart, digit by digit', async () => {
		const [low, high] = ['9007199254740992', '9007199254740993'];
		platform.populate({ id: low }, { id: high }, { id: 7 });
		expect(ids(await getAll())).toEqual([low, high, 7]);
		expect(ids(await getAll({ output: 'unified' }))).toEqual([low, high, '7']);
	});
});

describe('pages side by side', () => {
	/** The most pages that were waited for at the same time. */
	const mostAtOnce = async (expected: number, pagesAtOnce?: number) => {
		paginate('laravel', 2);
		// the first page tells how many there are, so it comes alone
		const side = holdRequests(platform.sandbox, expected, ({ query }) => query.page !== undefined);
		const run = await getAll(pagesAtOnce === undefined ? {} : { options: { pagesAtOnce } });
		expect(run.json).toEqual(platform.sandbox.people);
		expect(platform.sandbox.log).toHaveLength(13);
		return { most: side.most, hints: run.messages };
	};

	it('are five unless said otherwise', async () => {
		expect(await mostAtOnce(5)).toEqual({ most: 5, hints: [] });
	});

	it.each([1, 3, 10])('are %i where that is asked for', async (count) => {
		expect(await mostAtOnce(count, count)).toEqual({ most: count, hints: [] });
	});

	it('are never more than ten', async () => {
		const hints = ["'Pages at Once' was set to 10: it can be 1 to 10."];
		expect(await mostAtOnce(10, 50)).toEqual({ most: 10, hints });
	});

	it('keep their order when a later page answers first', async () => {
		paginate('meta', 5);
		platform.sandbox.faults.next({ kind: 'delay', ms: 150 }, isPage(2));
		const run = await getAll();
		expect(run.json).toEqual(platform.sandbox.people);
	});
});

describe('Limit', () => {
	const limited = async (limit: number | string, more = {}) =>
		await getAll({ returnAll: false, limit, ...more });

	it.each<[Paginate, number, number, number | undefined]>([
		['bare', 7, 1, 25],
		['bare', 25, 1, undefined],
		['bare', 26, 1, undefined],
		['laravel', 7, 1, 25],
		['laravel', 10, 1, 25],
		['laravel', 11, 2, 25],
		['laravel', 25, 3, undefined],
		['laravel', 99, 3, undefined],
		['simple', 10, 1, undefined],
		['simple', 20, 2, undefined],
		['simple', 25, 3, undefined],
	])('on a %s list of 25 gives the first %i from %i page(s)', async (mode, limit, pages, total) => {
		paginate(mode, 10);
		const run = await limited(limit);
		expect(run.json).toEqual(platform.sandbox.people.slice(0, limit));
		expect([...platform.asked].sort()).toEqual(pagesTo(pages).sort());
		expect(run.messages).toEqual(total ? [`There are ${total} users in all.`] : []);
	});

	it('is 50 unless said otherwise', async () => {
		platform.populate(...Array.from({ length: 51 }, () => ({})));
		const run = await platform.run('getAll');
		expect(run.json).toHaveLength(50);
		expect(run.messages).toEqual(['There are 51 users in all.']);
	});

	it.each([
		[0, "'Limit' must be at least 1, not 0."],
		[-3, "'Limit' must be at least 1, not -3."],
		[1.5, "'Limit' must be a whole number, not 1.5."],
		['={{ "ten" }}', "'Limit' must be a number, not 'ten'."],
		['={{ null }}', "'Limit' must be a number, not empty."],
	])('of %s is refused before anything is sent', async (limit, message) => {
		const run = await limited(limit);
		expect(run.error).toMatchObject({ message, name: 'NodeOperationError' });
		expect(platform.asked).toEqual([]);
	});

	it('is not read where Return All is on', async () => {
		expect((await getAll({ limit: 0 })).json).toHaveLength(25);
	});
});

describe('Max Pages', () => {
	it('stops the walk with a hint that there is more', async () => {
		paginate('laravel', 10);
		const run = await getAll({ options: { maxPages: 2 } });
		expect(run.json).toEqual(platform.sandbox.people.slice(0, 20));
		expect([...platform.asked].sort()).toEqual(pagesTo(2));
		expect(run.messages).toEqual([
			"Stopped at 'Max Pages' (2): there are more users. Raise 'Max Pages'.",
		]);
	});

	it('says nothing where the list ends there', async () => {
		paginate('laravel', 10);
		const run = await getAll({ options: { maxPages: 3 } });
		expect(run.json).toHaveLength(25);
		expect(run.hints).toEqual([]);
	});
});

describe('a list that changes under way', () => {
	const oneByOne = { options: { pagesAtOnce: 1 } };
	const between = (number: number, mutate: () => void) =>
		platform.sandbox.faults.next({ kind: 'mutate', mutate }, isPage(number));

	it.each([1, 5])('skips nobody when somebody leaves, %i pages at once', async (pagesAtOnce) => {
		paginate('laravel', 10);
		const before = [...platform.sandbox.people];
		between(2, () => platform.sandbox.people.splice(3, 1));
		const run = await getAll({ options: { pagesAtOnce } });
		expect(run.json).toEqual(before);
		expect(run.messages).toEqual([
			'Autocalls counts 24 users, but returned 25 different ones: the list may have changed during the run. Run again to be sure.',
		]);
	});

	it('gives nobody twice when somebody joins at the front, and says that one is missing', async () => {
		paginate('laravel', 10);
		const before = [...platform.sandbox.people];
		between(2, () => platform.sandbox.people.unshift(user({ id: 1 })));
		const run = await getAll(oneByOne);
		expect(run.json).toEqual(before);
		expect(run.messages).toEqual([
			'Autocalls counts 26 users, but returned 25 different ones: the list may have changed during the run. Run again to be sure.',
		]);
	});

	it('passes over an empty page before the last, and says how many are missing', async () => {
		paginate('meta', 10);
		const meta = { last_page: 3, total: 25, per_page: 10, current_page: 2 };
		platform.sandbox.faults.next({ kind: 'body', body: { data: [], meta } }, isPage(2));
		const run = await getAll(oneByOne);
		const { people } = platform.sandbox;
		expect(run.json).toEqual([...people.slice(0, 10), ...people.slice(20)]);
		expect(platform.asked).toEqual(pagesTo(3));
		expect(run.messages).toEqual([
			'Autocalls counts 25 users, but returned 15 different ones: the list may have changed during the run. Run again to be sure.',
		]);
	});

	it('is an error where every page is the first', async () => {
		const data = [user({ id: 1 }), user({ id: 2 })];
		platform.sandbox.faults.always({ kind: 'body', body: { data, last_page: 3, total: 6 } });
		const run = await getAll(oneByOne);
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toBe(
			"Autocalls: the list of users could not be read to its end: a page repeats the one before (page 2, page 2 of this run). Try again later. If it keeps failing, ask the provider for help, or set a 'Limit'.",
		);
		expect(platform.asked).toEqual(pagesTo(2));
	});
});
