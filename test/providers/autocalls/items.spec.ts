import { setTimeout as sleep } from 'node:timers/promises';
import { answeredAfter, holdRequests } from '../../harness';
import { ids, names, paired, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const LIST = 'GET /white-label/users';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ n: index }));

describe('many input items', () => {
	it('each have their own parameters: the tenth of twelve gets what it asks for', async () => {
		const run = await platform.getAll(
			{ filters: { email: '={{ $json.email }}' } },
			{ input: platform.sandbox.people.slice(0, 12).map(({ email }) => ({ email })) },
		);
		expect(ids(run)).toEqual(platform.sandbox.people.slice(0, 12).map(({ id }) => id));
		expect(run.items[9]).toEqual({ json: platform.sandbox.people[9], pairedItem: { item: 9 } });
		expect(paired(run)).toEqual(numbered(12).map(({ n }) => ({ item: n })));
	});

	it('make the same reads once, and each get linked items of their own', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'meta', perPage: 10 });
		platform.sandbox.people.splice(12);
		const run = await platform.getAll({}, { input: numbered(7) });
		expect(platform.asked).toEqual([LIST, `${LIST}?page=2`]);
		expect(run.json).toEqual(Array(7).fill(platform.sandbox.people).flat());
		expect(paired(run)).toEqual(
			numbered(7).flatMap(({ n }) => Array<object>(12).fill({ item: n })),
		);
		expect(new Set(run.json).size).toBe(7 * 12);
	});

	it('share no object, not even a nested one', async () => {
		platform.sandbox.people.splice(0, Infinity, { id: 1, tags: { vip: true } } as never);
		for (const output of ['raw', 'selected']) {
			const { json } = await platform.getAll({ output, fields: ['tags'] }, { input: [{}, {}] });
			expect(json[0]?.tags).toEqual({ vip: true });
			expect(json[0]?.tags).not.toBe(json[1]?.tags);
		}
	});

	it('may each have a limit of their own', async () => {
		const run = await platform.getAll(
			{ returnAll: false, limit: '={{ $json.n + 1 }}', output: 'selected', fields: ['id'] },
			{ input: numbered(10) },
		);
		const counts = numbered(10).map(({ n }) => run.items.filter((one) => isOf(one, n)).length);
		expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it('may each have an output of their own', async () => {
		const run = await platform.getAll(
			{ output: '={{ $json.output }}', returnAll: false, limit: 1 },
			{ input: [{ output: 'unified' }, { output: 'simplified' }, { output: 'scim' }] },
		);
		const [first] = platform.sandbox.people;
		expect(ids(run)).toEqual([String(first?.id), first?.id, String(first?.id)]);
		expect(run.json.map((json) => Object.keys(json).length)).toEqual([16, 6, 8]);
	});
});

const isOf = ({ pairedItem }: { pairedItem?: unknown }, item: number) =>
	JSON.stringify(pairedItem) === JSON.stringify({ item });

describe('a failing item', () => {
	const parameters = { returnAll: false, limit: '={{ $json.limit }}', output: 'raw' };
	const input = [{ limit: 1 }, { limit: 0 }, { limit: 2 }];
	const message = "'Limit' must be at least 1, not 0.";

	it('stops the node with its index', async () => {
		const run = await platform.run('getAll', parameters, { input });
		expect(run.error).toMatchObject({ message, context: { itemIndex: 1 } });
		expect(run.run.status).toBe('error');
		expect(run.items).toEqual([]);
	});

	it('becomes one item with the error where the node continues', async () => {
		const run = await platform.run('getAll', parameters, {
			input,
			onError: 'continueRegularOutput',
		});
		const [first, second] = platform.sandbox.people;
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([first, { error: message }, first, second]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 2 }]);
		expect(run.items[1]).not.toHaveProperty('error');
	});

	it('goes to the error output where there is one', async () => {
		const run = await platform.run('getAll', parameters, {
			input,
			onError: 'continueErrorOutput',
		});
		const [first, second] = platform.sandbox.people;
		expect(run.json).toEqual([first, first, second]);
		expect(run.errorItems.map(({ json }) => json)).toEqual([{ ...input[1], error: message }]);
		expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	});

	it('says the same for all where the list itself is refused, and it is asked for once', async () => {
		const run = await platform.getAll(
			{},
			{
				input: numbered(5),
				onError: 'continueRegularOutput',
				credentials: { autocallsApi: platform.sandbox.nonAdminCredentials },
			},
		);
		expect(platform.asked).toEqual([LIST]);
		expect(new Set(run.json.map(({ error }) => error)).size).toBe(1);
		expect(paired(run)).toEqual(numbered(5).map(({ n }) => ({ item: n })));
		expect(run.items.every((item) => !('error' in item))).toBe(true);
	});
});

describe('items side by side', () => {
	const register = {
		name: '={{ $json.name }}',
		email: '={{ $json.name.toLowerCase() }}@example.net',
		password: '={{ "correct " + "horse" }}',
	};
	const people = (...letters: string[]) => letters.map((name) => ({ name }));
	const isFor = (name: string) => (request: { bodyText: string }) =>
		request.bodyText.includes(`"name":"${name}"`);
	const begun = () => platform.written.map(({ name }) => name);

	it('come one after the other unless said otherwise', async () => {
		const side = holdRequests(platform.sandbox, 1);
		const run = await platform.run('register', register, { input: people('A', 'B', 'C') });
		expect(names(run)).toEqual(['A', 'B', 'C']);
		expect(side.most).toBe(1);
	});

	it('keep the order of the input, whoever answers first', async () => {
		const side = holdRequests(platform.sandbox, 3);
		const late = async () => {
			await side.until();
			await sleep(200);
		};
		platform.sandbox.faults.next({ kind: 'hold', until: late }, isFor('A'));
		const run = await platform.run(
			'register',
			{ ...register, options: { concurrency: 3 } },
			{ input: people('A', 'B', 'C', 'D', 'E', 'F', 'G') },
		);
		expect(names(run)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
		expect(paired(run)).toEqual(numbered(7).map(({ n }) => ({ item: n })));
		expect(side.most).toBe(3);
		expect([...begun()].sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
	});

	it('begin no later item after a failure that stops the node', async () => {
		const { faults } = platform.sandbox;
		faults.next(answeredAfter(platform.sandbox, isFor('B')), isFor('A'));
		faults.next({ kind: 'status', status: 422 }, isFor('B'));
		const run = await platform.run(
			'register',
			{ ...register, options: { concurrency: 2 } },
			{ input: people('A', 'B', 'C', 'D') },
		);
		expect(run.error).toMatchObject({ httpCode: '422', context: { itemIndex: 1 } });
		expect([...begun()].sort()).toEqual(['A', 'B']);
	});

	it('go on after a failure where the node continues', async () => {
		platform.sandbox.faults.next({ kind: 'status', status: 422 }, isFor('B'));
		const run = await platform.run(
			'register',
			{ ...register, options: { concurrency: 2 } },
			{ input: people('A', 'B', 'C', 'D'), onError: 'continueRegularOutput' },
		);
		expect(names(run)).toEqual(['A', undefined, 'C', 'D']);
		expect([...begun()].sort()).toEqual(['A', 'B', 'C', 'D']);
	});
});
