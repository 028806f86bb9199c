import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { ids, user, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const LIST = 'GET /white-label/users';
const isRead = ({ method }: { method: string }) => method === 'GET';
const isWrite = ({ method }: { method: string }) => method === 'POST';
const get = async (value: string) =>
	await platform.run('get', { user: { __rl: true, mode: 'email', value }, output: 'raw' });
const register = async (given: INodeParameters = {}) =>
	await platform.run('register', {
		name: 'Nathan',
		email: 'nathan@example.net',
		password: 'correct horse',
		...given,
	});

describe('a list that came incomplete', () => {
	const [ada, bob] = [user({ id: 1, email: 'ada@example.com' }), user({ id: 2 })];
	const counted = { current_page: 1, last_page: 1, per_page: 10, total: 3 };

	/** Two of three come, and nothing more. */
	const twoOfThree = () =>
		platform.sandbox.faults.always(
			{ kind: 'body', body: { data: [ada, bob], ...counted } },
			isRead,
		);
	/** A next page is promised, and it is empty. */
	const broken = () => {
		const next_page_url = `${platform.sandbox.url}/white-label/users?page=2`;
		platform.sandbox.faults.next(
			{ kind: 'body', body: { data: [ada, bob], next_page_url } },
			isRead,
		);
		platform.sandbox.faults.next({ kind: 'body', body: { data: [], next_page_url } }, isRead);
	};

	it.each([
		['a total', twoOfThree, 'Autocalls counts 3 users, but returned 2 different ones'],
		['a promise', broken, 'Autocalls announced more users, but page 2 was empty'],
	])('by %s does not say that a user is not there', async (_what, cut, words) => {
		cut();
		const run = await get('who@example.com');
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toContain(
			`Autocalls: the list is incomplete, and 'who@example.com' is not in it: ${words}`,
		);
	});

	it.each([
		['a total', twoOfThree],
		['a promise', broken],
	])('by %s still gives the user who came', async (_what, cut) => {
		cut();
		expect(ids(await get('ada@example.com'))).toEqual([1]);
	});

	it('does not settle a registration of unknown outcome', async () => {
		twoOfThree();
		platform.sandbox.faults.next({ kind: 'status', status: 500 }, isWrite);
		const { error } = await register();
		expect(errorWords(error)).toMatch(
			/Whether the user with the e-mail 'nathan@example\.net' was registered is unknown, and the look-up afterwards failed too \(the list is incomplete, .+\): check in Autocalls before you run this again\.$/,
		);
		expect(errorWords(error)).not.toContain('safe');
		expect(platform.written).toHaveLength(1);
	});
});

describe('a list that names its next page by a cursor', () => {
	it('is walked on', async () => {
		const meta = { next_cursor: 'eyJpZCI6MX0' };
		const first = { data: [user({ id: 1 })], meta };
		const last = { data: [user({ id: 2 })], meta: { next_cursor: null } };
		platform.sandbox.faults.next({ kind: 'body', body: first });
		platform.sandbox.faults.next({ kind: 'body', body: last });
		expect(ids(await platform.getAll())).toEqual([1, 2]);
		expect(platform.asked).toEqual([LIST, `${LIST}?page=2`]);
	});
});

describe('a registration whose answer is cut off inside its token', () => {
	it('shows nothing of the token, whether or not the look-up finds the user', async () => {
		const cut = '{"message":"Registration successful.","token":"7|fAUJFgokZCtENyc3lyKf';
		platform.sandbox.faults.next({ kind: 'body', status: 201, body: cut }, isWrite);
		const { error } = await register();
		expect(errorWords(error)).toMatch(
			new RegExp(
				`^Autocalls: the answer is cut off or not JSON \\(${cut.length} characters\\) \\(HTTP 201\\)\\. A look-up`,
			),
		);
		expect(`${errorWords(error)}${JSON.stringify(error)}`).not.toContain('fAUJ');
	});
});

describe('options that yield a wrong number', () => {
	it('fail their own item', async () => {
		const run = await platform.run(
			'createToken',
			{
				user: { __rl: true, mode: 'id', value: '1001' },
				options: { concurrency: '={{ $json.many }}' },
			},
			{ input: [{ many: 2 }, { many: 'two' }, { many: 3 }], onError: 'continueRegularOutput' },
		);
		expect(run.json).toMatchObject([
			{ id: 1001 },
			{ error: "'Concurrency' must be a number, not 'two'." },
			{ id: 1001 },
		]);
		expect(platform.written).toHaveLength(2);
	});

	it('fail each item where it is wrong for all', async () => {
		const run = await platform.run(
			'get',
			{ user: { __rl: true, mode: 'id', value: '1001' }, options: { concurrency: '={{ "x" }}' } },
			{ input: [{}, {}], onError: 'continueRegularOutput' },
		);
		expect(run.json).toEqual(Array(2).fill({ error: "'Concurrency' must be a number, not 'x'." }));
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(platform.asked).toEqual([]);
	});
});
