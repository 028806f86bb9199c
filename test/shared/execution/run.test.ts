import type { IDataObject } from 'n8n-workflow';
import { InputError, ProviderError } from '../../../nodes/shared/errors';
import type { Item } from '../../../nodes/shared/execution/item';
import type { Execute, Provider } from '../../../nodes/shared/execution/provider';
import { run } from '../../../nodes/shared/execution/run';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import { onePage } from '../../../nodes/shared/paging/strategies';
import { fakeContext, type FakeOptions, plainConnection } from '../fakeItem';
import { listingOf } from '../paging/directory';

const noUsers: Provider['users'] = {
	listing: () => listingOf(onePage),
	keys: {},
	label: ({ name }) => [name, null],
	shapes: {
		simplify: (user) => user,
		unify: ({ id }) => unifiedUser({ provider: 'plainly', id }),
	},
};

/** Runs one made-up operation on some items; parameters are those of each item. */
async function runOn(
	items: IDataObject[],
	execute: Execute,
	{ options = {}, ...more }: FakeOptions & { options?: IDataObject } = {},
) {
	const provider: Provider = {
		connection: plainConnection,
		users: noUsers,
		name: 'plainly',
		resources: { user: { act: { fields: [], execute } } },
	};
	const parameters = items.map((item) => ({
		resource: 'user',
		operation: 'act',
		options,
		...item,
	}));
	const { context, hints } = fakeContext(parameters, { count: items.length, ...more });
	const ran = run(context, provider).then(([output = []]) => output);
	const error = await ran.then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	return { output: error ? [] : await ran, error, hints };
}

const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
const byName = (item: Item) => String(item.parameter('name'));
const named = (...names: string[]) => names.map((name) => ({ name }));

describe('a run', () => {
	it('gives each item its results, linked to it, in the order of the input', async () => {
		const twice: Execute = async (item) => [{ at: item.index }, { name: byName(item) }];
		const { output } = await runOn(named('Ada', 'Bob'), twice);
		expect(output).toEqual([
			{ json: { at: 0 }, pairedItem: { item: 0 } },
			{ json: { name: 'Ada' }, pairedItem: { item: 0 } },
			{ json: { at: 1 }, pairedItem: { item: 1 } },
			{ json: { name: 'Bob' }, pairedItem: { item: 1 } },
		]);
	});

	it('of no items gives none, and asks for nothing', async () => {
		expect((await runOn([], async () => [{}])).output).toEqual([]);
	});

	it('gives more items than a call takes arguments', async () => {
		const many: Execute = async () => Array.from({ length: 200_000 }, (_, id) => ({ id }));
		expect((await runOn([{}], many)).output).toHaveLength(200_000);
	});

	it('shows each hint once', async () => {
		const hinting: Execute = async (item) => {
			item.hint('the same');
			item.hint(`of ${item.index}`);
			return [];
		};
		expect((await runOn([{}, {}], hinting)).hints).toEqual(['the same', 'of 0', 'of 1']);
	});

	it('does what is left until all items had their turn, in order', async () => {
		const done: string[] = [];
		const later: Execute = async (item) => {
			done.push(`turn ${item.index}`);
			if (item.index === 1) return [{ at: 1 }];
			return {
				afterAll: async () => {
					done.push(`last ${item.index}`);
					return [{ at: item.index }];
				},
			};
		};
		const { output } = await runOn([{}, {}, {}], later);
		expect(done).toEqual(['turn 0', 'turn 1', 'turn 2', 'last 0', 'last 2']);
		expect(output.map(({ json }) => json.at)).toEqual([0, 1, 2]);
	});

	it.each([
		['user', 'fly', "'Operation' must be one of act, not 'fly'."],
		['user', 'constructor', "'Operation' must be one of act, not 'constructor'."],
		['__proto__', 'act', "'Resource' must be one of user, not '__proto__'."],
		['', '', "'Resource' must be one of user, not empty."],
	])('knows no operation %j %j', async (resource, operation, message) => {
		const { error } = await runOn([{ resource, operation }], async () => [{}]);
		expect(error).toMatchObject({
			message,
			context: { itemIndex: 0 },
		});
	});
});

describe('a failing item', () => {
	const failing: Execute = async (item) => {
		if (byName(item) === 'bad') throw new InputError("'Name' is bad.");
		if (byName(item) === 'refused') {
			throw new ProviderError({
				provider: 'Plainly',
				kind: 'refused',
				text: 'no',
				status: 403,
				next: 'Ask.',
			});
		}
		return [{ name: byName(item) }];
	};

	it('stops the run, with its index', async () => {
		const { error, output } = await runOn(named('Ada', 'refused', 'bad'), failing);
		expect(error).toMatchObject({
			message: 'Plainly: no (HTTP 403).',
			description: 'Ask.',
			httpCode: '403',
			context: { itemIndex: 1 },
		});
		expect(output).toEqual([]);
	});

	it('becomes an error item where the node continues, and does not affect the others', async () => {
		const { output, error } = await runOn(named('bad', 'Ada', 'refused'), failing, {
			continues: true,
		});
		expect(error).toBeUndefined();
		expect(output).toEqual([
			{ json: { error: "'Name' is bad." }, pairedItem: { item: 0 } },
			{ json: { name: 'Ada' }, pairedItem: { item: 1 } },
			{ json: { error: 'Plainly: no (HTTP 403). Ask.' }, pairedItem: { item: 2 } },
		]);
	});

	it('gives nothing of what it had so far', async () => {
		const half: Execute = async () => ({
			afterAll: async () => {
				throw new InputError('Too late.');
			},
		});
		expect((await runOn([{}], half)).error).toMatchObject({ message: 'Too late.' });
		const { output } = await runOn([{}], half, { continues: true });
		expect(output).toEqual([expect.objectContaining({ json: { error: 'Too late.' } })]);
	});

	it('shows the hints of the others', async () => {
		const hinting: Execute = async (item) => {
			item.hint(`seen ${byName(item)}`);
			return await failing(item);
		};
		expect((await runOn(named('Ada', 'bad'), hinting)).hints).toEqual(['seen Ada', 'seen bad']);
	});

	it('stops a cancelled run also where the node continues', async () => {
		const signal = AbortSignal.abort();
		const { error } = await runOn(named('bad'), failing, { continues: true, signal });
		expect(error).toMatchObject({ message: "'Name' is bad." });
	});
});

describe('items side by side', () => {
	/** Later items are faster. */
	function race(most: number) {
		const seen = { running: 0, most: 0, begun: [] as number[] };
		const execute: Execute = async (item) => {
			seen.begun.push(item.index);
			seen.running += 1;
			seen.most = Math.max(seen.most, seen.running);
			await wait(5 * (most - (item.index % most)));
			seen.running -= 1;
			if (byName(item) === 'bad') throw new InputError(`Item ${item.index} is bad.`);
			return [{ at: item.index }];
		};
		return { seen, execute };
	}

	it.each([
		[1, 1],
		[3, 3],
		[99, 10],
	])('with a concurrency of %p run %d at once, and stay in order', async (concurrency, most) => {
		const { seen, execute } = race(10);
		const items = Array.from({ length: 12 }, () => ({}));
		const { output } = await runOn(items, execute, { options: { concurrency } });
		expect(seen.most).toBe(most);
		expect(output.map(({ json }) => json.at)).toEqual(items.map((_, at) => at));
	});

	it('are refused one by one where their options are wrong, also where nobody reads these', async () => {
		const items = [3, 'many', undefined, 1].map((concurrency) => ({ options: { concurrency } }));
		const { output } = await runOn(items, async ({ index }) => [{ index }], { continues: true });
		expect(output.map(({ json }) => json)).toEqual([
			{ index: 0 },
			{ error: "'Concurrency' must be a number, not 'many'." },
			{ error: "'Concurrency' must be a number, not empty." },
			{ index: 3 },
		]);
	});

	it('are one at a time where the first cannot be read', async () => {
		const { seen, execute } = race(10);
		const items = ['many', 3, 3, 3].map((concurrency) => ({ options: { concurrency } }));
		await runOn(items, execute, { continues: true });
		expect(seen.most).toBe(1);
	});

	it('begin no other after a failure that stops the node', async () => {
		const { seen, execute } = race(2);
		const items = named('Ada', 'bad', 'Cem', 'Dot', 'Eve', 'Fay');
		const { error } = await runOn(items, execute, { options: { concurrency: 2 } });
		expect(error).toMatchObject({ message: 'Item 1 is bad.', context: { itemIndex: 1 } });
		expect(seen.begun.length).toBeLessThanOrEqual(3);
	});

	it('stop with the first failing item of the input, not with the fastest', async () => {
		const { execute } = race(3);
		const { error } = await runOn(named('bad', 'Bob', 'bad'), execute, {
			options: { concurrency: 3 },
		});
		expect(error).toMatchObject({ context: { itemIndex: 0 } });
	});
});
