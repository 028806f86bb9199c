import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import {
	executionSource,
	pickerSource,
	RunContext,
} from '../../../nodes/shared/execution/runContext';
import { fakeContext, node, plainConnection } from '../fakeItem';

describe('a node that is executed', () => {
	it('has its input items, their parameters and the signal of the execution', () => {
		const { signal } = new AbortController();
		const { context } = fakeContext([{ a: 1 }, { a: 2 }], { count: 2, signal, zone: 'Asia/Tokyo' });
		const run = new RunContext(executionSource(context), plainConnection);
		expect([run.itemCount, run.parameter('a'), run.parameter('a', 1)]).toEqual([2, 1, 2]);
		expect(run.parameter('b')).toBeNull();
		expect([run.signal, run.timezone]).toEqual([signal, 'Asia/Tokyo']);
	});

	it('shows each hint once, when it ends', async () => {
		const { context, hints } = fakeContext({});
		const run = new RunContext(executionSource(context), plainConnection);
		for (const hint of ['one', 'two', 'one']) run.hint(hint);
		expect(hints).toEqual([]);
		await run.close();
		expect(hints).toEqual(['one', 'two']);
	});

	it('has one account for all items whose credentials are equal', async () => {
		const credentials = async (_type: string, index = 0) => ({ apiKey: `key-${index % 2}` });
		const { context } = fakeContext({}, { credentials });
		const run = new RunContext(executionSource(context), plainConnection);
		const [zero, one, two] = await Promise.all([0, 1, 2].map((index) => run.account(index)));
		expect(two).toBe(zero);
		expect(one).not.toBe(zero);
		expect(one?.cache).not.toBe(zero?.cache);
		expect(await run.credentials(1)).toEqual({ apiKey: 'key-1' });
	});

	it('keeps nothing of the parameters but the operation in the node of its errors', () => {
		const { context } = fakeContext({});
		const parameters: IDataObject = { resource: 'user', operation: 'create', password: 'made-up' };
		const functions = { ...context, getNode: () => ({ ...node, parameters }) };
		const run = new RunContext(executionSource(functions as typeof context), plainConnection);
		expect(run.node.parameters).toEqual({ resource: 'user', operation: 'create' });
	});
});

it("a list that opens in the editor has the node's other fields, and no hints to show", async () => {
	const functions: unknown = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCurrentNodeParameter: (name: string) => ({ application: '7' })[name],
	};
	const run = new RunContext(pickerSource(functions as ILoadOptionsFunctions), plainConnection);
	expect([run.itemCount, run.parameter('application'), run.signal]).toEqual([1, '7', undefined]);
	run.hint('nobody sees it');
	await expect(run.close()).resolves.toBeUndefined();
});
