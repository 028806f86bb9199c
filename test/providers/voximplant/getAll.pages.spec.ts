import { setTimeout as sleep } from 'node:timers/promises';
import { holdRequests, type NodeRun } from '../../harness';
import { at, VoximplantFixture, by, ids, paired } from './fixture';

const fixture = new VoximplantFixture(260);
const here = () => `GetUsers?application_id=${fixture.application.application_id}`;
const page = (count: number, offset: number) => `${here()}&count=${count}&offset=${offset}`;
const resumeAt = ({ messages }: NodeRun) => {
	const offset = /'Offset' under Options to (\d+)/.exec(messages.join())?.[1];
	return offset === undefined ? undefined : Number(offset);
};

describe('Get Many of Voximplant', () => {
	it('returns everybody once over many pages, in the provider’s order and linked', async () => {
		const run = await fixture.getAll({ returnAll: true });
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(paired(run)).toEqual(Array.from({ length: 260 }, () => ({ item: 0 })));
		expect(run.messages).toEqual([]);
		expect(fixture.calls.sort()).toEqual([page(100, 0), page(100, 100), page(100, 200)]);
		expect(at(fixture.sandbox.log, 0).bodyText).toBe('');
	});

	it('asks for no more than the limit needs, and says where to go on', async () => {
		const cases: [number, number[]][] = [
			[1, [1]],
			[99, [99]],
			[100, [100]],
			[101, [100, 1]],
			[259, [100, 100, 59]],
			[260, [100, 100, 60]],
			[300, [100, 100, 100]],
		];
		for (const [limit, counts] of cases) {
			fixture.sandbox.log.length = 0;
			const run = await fixture.getAll({ limit, options: { offset: 0 } });
			expect(ids(run)).toEqual(fixture.expectedIds().slice(0, limit));
			const pages = counts.map((count, index) => page(count, index * 100));
			expect(fixture.calls.sort()).toEqual(pages.sort());
			expect(resumeAt(run)).toBe(limit < 260 ? limit : undefined);
			expect(run.hints).toHaveLength(limit < 260 ? 1 : 0);
		}
	});

	it('returns 50 unless told otherwise', async () => {
		const run = await fixture.getAll();
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 50));
		expect(fixture.calls).toEqual([page(50, 0)]);
		expect(run.messages).toEqual(['There are 260 users in all.']);
	});

	it.each([
		[130, [0, 130]],
		[65, [0, 65, 130, 195]],
		[128, [0, 128, 256]],
	])('ends on a full and on a partial last page, with pages of %d', async (pageSize, offsets) => {
		const run = await fixture.getAll({ returnAll: true, options: { pageSize } });
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(fixture.calls).toHaveLength(offsets.length);
		expect(fixture.calls.sort()).toEqual(offsets.map((offset) => page(pageSize, offset)).sort());
	});

	it('returns nothing for an empty application, and says so', async () => {
		const { application_id: id } = at(fixture.sandbox.applications, 2);
		for (const returnAll of [true, false]) {
			const run = await fixture.getAll({ returnAll, application: by('id', id) });
			expect(run.error).toBeUndefined();
			expect(run.items).toEqual([]);
			expect(run.messages).toEqual([expect.stringContaining('Voximplant returned no users.')]);
		}
		expect(fixture.calls).toHaveLength(2);
	});

	it.each([
		[5000, 1000],
		[0, 1],
		[2.7, 2],
	])('brings a page size of %d to %d, with a hint', async (pageSize, count) => {
		const run = await fixture.getAll({ limit: 1000, options: { pageSize, maxPages: 1 } });
		expect(run.messages).toContain(`'Page Size' was set to ${count}: it can be 1 to 1000.`);
		expect(fixture.calls).toEqual([page(count, 0)]);
		expect(run.items).toHaveLength(Math.min(count, 260));
	});

	it('begins where Offset says', async () => {
		const run = await fixture.getAll({ returnAll: true, options: { offset: 250 } });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(250));
		expect(run.messages).toEqual([]);
		const beyond = await fixture.getAll({ returnAll: true, options: { offset: 999 } });
		expect(beyond.items).toEqual([]);
		expect(beyond.hints).toHaveLength(1);
		expect(fixture.calls).toEqual([page(100, 250), page(100, 999)]);
	});

	it.each([
		[{ options: { offset: -1 } }, "'Offset' must be at least 0, not -1."],
		[{ options: { offset: 1.5 } }, "'Offset' must be a whole number, not 1.5."],
		[{ options: { maxPages: 0 } }, "'Max Pages' must be at least 1, not 0."],
		[{ options: { pageSize: 'many' } }, "'Page Size' must be a number, not 'many'."],
		[{ limit: 0 }, "'Limit' must be at least 1, not 0."],
		[{ limit: 2.5 }, "'Limit' must be a whole number, not 2.5."],
		[{ limit: '={{ $json.nothing }}' }, "'Limit' must be a number, not empty."],
		[{ returnAll: '={{ "perhaps" }}' }, "'Return All' must be true or false, not 'perhaps'."],
	])('refuses %j without a request', async (parameters, message) => {
		const run = await fixture.getAll(parameters);
		expect(run.error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('stops after Max Pages and asks for no page beyond', async () => {
		const options = { maxPages: 2, pageSize: 50, pagesAtOnce: 10 };
		const run = await fixture.getAll({ returnAll: true, options });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 100));
		expect(fixture.calls.sort()).toEqual([page(50, 0), page(50, 50)]);
		expect(run.messages).toEqual([
			"Stopped at 'Max Pages' (2): there are more users. Raise 'Max Pages', or set 'Offset' under Options to 100 to continue there.",
		]);
		const enough = await fixture.getAll({ returnAll: true, options: { maxPages: 3 } });
		expect(enough.items).toHaveLength(260);
		expect(enough.messages).toEqual([]);
	});

	it.each([
		['a limit', { limit: 70 }, {}, {}],
		['Max Pages', { returnAll: true }, { maxPages: 2, pageSize: 40 }, {}],
		['a limit with filters', { limit: 30 }, { pageSize: 45 }, { createdAfter: '2024-01-01' }],
		[
			'Max Pages with filters',
			{ returnAll: true },
			{ maxPages: 3, pageSize: 30 },
			{ modifiedAfter: '2026-01-01' },
		],
	])('leads on after %s without a gap or a repeat', async (_what, parameters, options, filters) => {
		const all = await fixture.getAll({ returnAll: true, filters });
		const chain: unknown[] = [];
		for (let offset: number | undefined = 0, rounds = 0; offset !== undefined; rounds++) {
			expect(rounds).toBeLessThan(20);
			const run = await fixture.getAll({ ...parameters, filters, options: { ...options, offset } });
			expect(run.error).toBeUndefined();
			chain.push(...ids(run));
			offset = resumeAt(run);
		}
		expect(chain).toEqual(ids(all));
		expect(chain.length).toBeGreaterThan(50);
	});

	it.each([1, 4, 10])(
		'asks for %d pages side by side, and keeps their order',
		async (pagesAtOnce) => {
			// the first page tells how many there are, so it comes alone
			const side = holdRequests(fixture.sandbox, pagesAtOnce, ({ query }) => query.offset !== '0');
			const late = async () => {
				await side.until();
				await sleep(150);
			};
			const isLate = ({ query }: { query: Readonly<Record<string, string>> }) =>
				query.offset === '40';
			fixture.sandbox.faults.next({ kind: 'hold', until: late }, isLate);
			const run = await fixture.getAll({ returnAll: true, options: { pageSize: 20, pagesAtOnce } });
			expect(ids(run)).toEqual(fixture.expectedIds());
			expect(fixture.calls).toHaveLength(13);
			expect(side.most).toBe(pagesAtOnce);
		},
	);

	it('keeps to the limit with ten pages at once', async () => {
		const options = { pageSize: 50, pagesAtOnce: 99 };
		const run = await fixture.getAll({ limit: 120, options });
		expect(run.items).toHaveLength(120);
		expect(fixture.calls.sort()).toEqual([page(20, 100), page(50, 0), page(50, 50)]);
		expect(run.messages).toContain("'Pages at Once' was set to 10: it can be 1 to 10.");
	});

	it('asks for at most Pages at Once beyond what a filtered limit needs', async () => {
		const filters = { createdAfter: '2000-01-01' };
		const options = { pageSize: 10, pagesAtOnce: 3 };
		const run = await fixture.getAll({ limit: 15, filters, options });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 15));
		expect(fixture.calls.length).toBeLessThanOrEqual(5);
		expect(fixture.calls.every((call) => call.includes('&count=10&'))).toBe(true);
	});

	it('goes by what came where the API gives fewer than asked for', async () => {
		fixture.sandbox.settings.countCap = 30;
		const run = await fixture.getAll({ returnAll: true });
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(run.messages).toEqual([]);
		const limited = await fixture.getAll({ limit: 70 });
		expect(ids(limited)).toEqual(fixture.expectedIds().slice(0, 70));
	});

	it('skips nobody and repeats nobody where users come and go meanwhile', async () => {
		const first = at(fixture.expected(), 0);
		const everybody = fixture.expectedIds();
		const leave = () => {
			fixture.sandbox.people.splice(fixture.sandbox.people.indexOf(first), 1);
		};
		const newcomer = { ...first, user_id: 1, user_name: 'aaaa' };
		const join = () => void fixture.sandbox.people.unshift(newcomer);
		const options = { pagesAtOnce: 1 };

		fixture.sandbox.faults.next({ kind: 'mutate', mutate: leave });
		const shrunk = await fixture.getAll({ returnAll: true, options });
		expect(ids(shrunk)).toEqual(everybody.slice(1));

		fixture.sandbox.reset();
		const third = at(fixture.expected(), 2);
		fixture.sandbox.faults.next(
			{
				kind: 'mutate',
				mutate: () => fixture.sandbox.people.splice(fixture.sandbox.people.indexOf(third), 1),
			},
			({ query }) => query.offset === '100',
		);
		const slid = await fixture.getAll({ returnAll: true, options });
		expect(ids(slid)).toEqual(everybody);
		expect(slid.messages).toEqual([
			expect.stringContaining('Voximplant counts 259 users, but returned 260 different ones'),
		]);

		fixture.sandbox.reset();
		fixture.sandbox.faults.next(
			{ kind: 'mutate', mutate: join },
			({ query }) => query.offset === '100',
		);
		const grown = await fixture.getAll({ returnAll: true, options });
		expect(ids(grown)).toEqual(everybody);
		expect(grown.messages).toEqual([expect.stringContaining('counts 261 users')]);
	});
});
