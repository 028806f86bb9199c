import { errorWords } from '../../harness';
import type { NodeRun } from '../../harness';
import { at, QuoFixture, ids, paired } from './fixture';

const fixture = new QuoFixture(130);
const FIRST = 'GET /v1/users?maxResults=50';
const lifted = { requestsPerSecond: 0 };
/** From each request to the tenth after it, in milliseconds. */
const elevens = () =>
	fixture.sandbox.log.slice(10).map((tenth, index) => tenth.at - at(fixture.sandbox.log, index).at);
const resumeAt = ({ messages }: NodeRun) =>
	/'Page Token' under Options to (\S+)/.exec(messages.join())?.[1]?.replace(/\.$/, '');

describe('Get Many of Quo', () => {
	it('returns everybody once over many pages, in the provider’s order and linked', async () => {
		const run = await fixture.all({});
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(paired(run)).toEqual(Array.from({ length: 130 }, () => ({ item: 0 })));
		expect(run.messages).toEqual([]);
		const [first, second, third] = fixture.sandbox.log;
		expect(fixture.calls).toHaveLength(3);
		expect(fixture.calls[0]).toBe(FIRST);
		expect(second?.query).toEqual({ maxResults: '50', pageToken: expect.any(String) });
		expect(third?.query.pageToken).not.toBe(second?.query.pageToken);
		// base64 has characters that would mean something else in a query
		expect(second?.rawQuery).toMatch(/%2B.*%2F.*%3D%3D/);
		expect(first?.headers.authorization).toBe(fixture.sandbox.credentials.apiKey);
	});

	it('asks for no more pages than the limit needs', async () => {
		const cases: [number, number[]][] = [
			[1, [1]],
			[49, [49]],
			[50, [50]],
			[51, [50, 50]],
			[100, [50, 50]],
			[129, [50, 50, 50]],
			[130, [50, 50, 50]],
			[500, [50, 50, 50]],
		];
		for (const [limit, sizes] of cases) {
			fixture.sandbox.log.length = 0;
			const run = await fixture.getAll({ limit, options: { ...lifted, pageToken: '' } });
			expect(ids(run)).toEqual(fixture.expectedIds().slice(0, limit));
			expect(fixture.sizes).toEqual(sizes);
			expect(run.hints).toHaveLength(limit < 130 ? 1 : 0);
		}
	});

	it('returns 50 unless told otherwise, and says where to go on', async () => {
		const run = await fixture.getAll({ output: 'simplified', options: { pageToken: '' } });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 50));
		expect(fixture.calls).toEqual([FIRST]);
		const options = { ...lifted, pageToken: resumeAt(run) ?? 'none' };
		const rest = await fixture.getAll({ returnAll: true, options });
		expect(ids(rest)).toEqual(fixture.expectedIds().slice(50));
		expect(run.messages).toEqual([
			`Set 'Page Token' under Options to ${options.pageToken} to continue there.`,
		]);
	});

	it.each([26, 50, 43])(
		'ends on the last page, whole or not, with pages of %d',
		async (pageSize) => {
			const run = await fixture.all({ pageSize });
			expect(ids(run)).toEqual(fixture.expectedIds());
			expect(fixture.sizes).toEqual(
				Array.from({ length: Math.ceil(130 / pageSize) }, () => pageSize),
			);
			expect(run.messages).toEqual([]);
		},
	);

	it('takes an empty page for the end where a full one still named a next', async () => {
		fixture.sandbox.settings.trailingEmptyPage = true;
		const run = await fixture.all({ pageSize: 26 });
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(fixture.calls).toHaveLength(6);
		expect(run.messages).toEqual([]);
	});

	it.each([-130, -1, 1000])('believes no total that is wrong by %d', async (lyingTotal) => {
		fixture.sandbox.settings.lyingTotal = lyingTotal;
		const run = await fixture.all({});
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(run.messages).toEqual([]);
	});

	it('returns nothing for an empty workspace, and says so', async () => {
		fixture.sandbox.people.length = 0;
		for (const returnAll of [true, false]) {
			const run = await fixture.getAll({ returnAll });
			expect(run.error).toBeUndefined();
			expect(run.items).toEqual([]);
			expect(run.messages).toEqual([
				"Quo returned no users. Check the credential's account and the parameters.",
			]);
		}
		expect(fixture.calls).toHaveLength(2);
	});

	it.each([
		[500, 50],
		[0, 1],
		[-3, 1],
		[2.7, 2],
	])('brings a page size of %d to %d, with a hint', async (pageSize, size) => {
		const run = await fixture.all({ pageSize, maxPages: 1 });
		expect(run.messages).toContain(`'Page Size' was set to ${size}: it can be 1 to 50.`);
		expect(fixture.sizes).toEqual([size]);
		expect(run.items).toHaveLength(size);
	});

	it.each([
		[{ options: { maxPages: 0 } }, "'Max Pages' must be at least 1, not 0."],
		[{ options: { pageSize: 'many' } }, "'Page Size' must be a number, not 'many'."],
		[{ options: { requestsPerSecond: -1 } }, "'Requests per Second' must be at least 0, not -1."],
		[{ limit: 0 }, "'Limit' must be at least 1, not 0."],
		[{ limit: '={{ $json.nothing }}' }, "'Limit' must be a number, not empty."],
	])('refuses %j without a request', async (parameters, message) => {
		const run = await fixture.getAll(parameters);
		expect(run.error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('stops after Max Pages with a hint that continues with every user once', async () => {
		const chain: unknown[] = [];
		let token: string | undefined = '';
		for (let rounds = 0; token !== undefined; rounds++) {
			expect(rounds).toBeLessThan(5);
			const run: NodeRun = await fixture.all({ maxPages: 2, pageSize: 20, pageToken: token });
			expect(run.error).toBeUndefined();
			chain.push(...ids(run));
			token = resumeAt(run);
			const hint = `Stopped at 'Max Pages' (2): there are more users. Raise 'Max Pages', or set 'Page Token' under Options to ${token} to continue there.`;
			expect(run.messages).toEqual(token === undefined ? [] : [hint]);
		}
		expect(chain).toEqual(fixture.expectedIds());
		expect(fixture.calls).toHaveLength(7);
	});

	it.each([
		['whole pages', 40, {}],
		['whole pages with filters', 40, { createdAfter: '2000-01-01' }],
	])('leads on after a limit of %s without a gap or a repeat', async (_what, limit, filters) => {
		const chain: unknown[] = [];
		let token: string | undefined = '';
		while (token !== undefined) {
			const options = { ...lifted, pageSize: 20, pageToken: token };
			const run: NodeRun = await fixture.getAll({ limit, filters, options });
			chain.push(...ids(run));
			token = resumeAt(run);
		}
		expect(chain).toEqual(fixture.expectedIds());
	});

	it('leads on after a limit in mid-page with the page that holds the next one', async () => {
		const options = { ...lifted, pageSize: 20, pageToken: '' };
		const run = await fixture.getAll({ limit: 30, options });
		expect(run.messages).toEqual([
			expect.stringMatching(/with the page that holds the next one\.$/),
		]);
		const token = resumeAt(run) ?? 'none';
		const rest = await fixture.getAll({
			returnAll: true,
			options: { ...options, pageToken: token },
		});
		expect(ids(rest)).toEqual(fixture.expectedIds().slice(20));
	});

	it('names no page token that would lead nowhere', async () => {
		const filters = { createdAfter: '2000-01-01' };
		const options = { ...lifted, pageSize: 20, pageToken: '' };
		const run = await fixture.getAll({ limit: 5, filters, options });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 5));
		expect(run.messages).toEqual([]);
	});

	it('begins at a page token, and hands on what Quo says of a wrong one', async () => {
		const first = await fixture.getAll({ limit: 50, options: { pageToken: '' } });
		const token = ` ${resumeAt(first)} `;
		const rest = await fixture.all({ pageToken: token });
		expect(ids(rest)).toEqual(fixture.expectedIds().slice(50));
		const wrong = await fixture.all({ pageToken: 'made-up&maxResults=1' });
		expect(errorWords(wrong.error)).toBe(
			'Quo: Bad Request (/pageToken: Invalid page token) (HTTP 400, code 1100400). Check the field that the message names, or remove its filter or option.',
		);
		expect(fixture.sandbox.log.at(-1)?.query.pageToken).toBe('made-up&maxResults=1');
	});

	it('ends with an error where a cursor repeats, or empty pages never end', async () => {
		const page = (data: unknown[], nextPageToken: string) => ({
			data,
			totalItems: 1,
			nextPageToken,
		});
		const body = page(fixture.sandbox.people.slice(0, 2), 'again');
		const stop = fixture.sandbox.faults.always({ kind: 'body', body });
		const repeating = await fixture.all({});
		expect(errorWords(repeating.error)).toMatch(
			/^Quo: the list of users could not be read to its end: .* repeats .*\(page token again, page 2/,
		);
		expect(fixture.calls).toHaveLength(2);
		stop();
		let count = 0;
		const mutate = () => Object.assign(empty, page([], `next-${++count}`));
		const empty = page([], 'next');
		fixture.sandbox.faults.always({ kind: 'body', body: empty, mutate });
		const endless = await fixture.all({});
		expect(errorWords(endless.error)).toMatch(
			/^Quo: the list of users could not be read to its end: 3 pages/,
		);
		expect(count).toBe(3);
	});

	it('skips nobody and repeats nobody where users come and go meanwhile', async () => {
		const everybody = fixture.expectedIds();
		const leave = () => void fixture.sandbox.people.splice(0, 3);
		fixture.sandbox.faults.next(
			{ kind: 'mutate', mutate: leave },
			({ query }) => !!query.pageToken,
		);
		expect(ids(await fixture.all({}))).toEqual(everybody);
		fixture.sandbox.reset();
		const newcomer = { ...at(fixture.sandbox.people, 0), id: 'USnew' };
		const join = () => void fixture.sandbox.people.unshift(newcomer);
		fixture.sandbox.faults.next({ kind: 'mutate', mutate: join }, ({ query }) => !!query.pageToken);
		expect(ids(await fixture.all({}))).toEqual(everybody);
	});

	it('keeps to ten requests a second unless told otherwise', async () => {
		fixture.sandbox.settings.rateLimit = 10;
		const paced = await fixture.getAll({ returnAll: true, options: { pageSize: 6 } });
		expect(ids(paced)).toEqual(fixture.expectedIds());
		expect(fixture.sandbox.log.map(({ status }) => status)).toEqual(
			Array.from({ length: 22 }, () => 200),
		);
		expect(Math.min(...elevens())).toBeGreaterThanOrEqual(1000);
		fixture.sandbox.settings.rateLimit = 0;
		fixture.sandbox.log.length = 0;
		await fixture.all({ pageSize: 6 });
		// One that ten a second never allow is enough: the machine may be slow.
		expect(Math.min(...elevens())).toBeLessThan(1000);
	});
});
