import { isDeepStrictEqual } from 'node:util';
import type { ProviderName } from '../../sandbox';
import { packageName, providers } from '../harness/package';
import { webhookAt, workflowOf, type NodeSketch } from '../harness/workflow';
import { Fixture } from './fixture';
import { operationsOf } from './operationsOf';
import { operationTests, providerTests, stateOf } from './providerTests';

const fixture = new Fixture({ users: 60 });

function nodeFor(operation: string): NodeSketch {
	const [provider = '', resource = '', value = ''] = operation.split('.');
	return {
		type: provider,
		name: 'Node',
		credentials: fixture.credential(provider),
		parameters: {
			resource,
			operation: value,
			...operationTests[operation]?.parameters(fixture.sandboxes),
		},
	};
}

it('every operation that the built nodes offer is tested here', async () => {
	const types = await fixture.rest.nodeTypes();
	const own = providers.map((name) => `${packageName}.${name}`);
	const offered = operationsOf(types.filter(({ name }) => own.includes(name)));
	expect(offered.length).toBeGreaterThan(0);
	expect(Object.keys(operationTests).sort()).toEqual(offered.sort());
});

it('every operation but those that only read is tested by what it leaves behind', () => {
	const operations = Object.keys(operationTests);
	const writes = operations.filter((operation) => !/\.get(All)?$/.test(operation));
	expect(operations.filter((operation) => operationTests[operation]?.changes)).toEqual(writes);
	expect(writes.length).toBeGreaterThan(0);
});

describe('in a saved workflow, started by hand', () => {
	it.each(Object.entries(operationTests))('%s stores the right items', async (operation, test) => {
		const items = test.items?.(fixture.sandboxes) ?? [{}];
		const workflow = workflowOf({ items, nodes: [nodeFor(operation)] });
		const provider = operation.split('.')[0] as ProviderName;
		const before = stateOf(fixture.sandboxes);
		const stored = await fixture.rest.run(workflow);
		expect(stored.error).toBeUndefined();
		expect(stored.status).toBe('success');
		expect(stored.json('Node')).toEqual(test.expected(fixture.sandboxes, before[provider]));
		const after = stateOf(fixture.sandboxes);
		const changed = { ...before[provider], ...test.changes?.(before[provider]) };
		expect(after).toEqual({ ...before, [provider]: changed });
		expect(isDeepStrictEqual(after, before)).toBe(test.changes === undefined);
		const sources = (stored.task('Node')?.data?.main?.[0] ?? []).map(
			({ pairedItem }) => pairedItem,
		);
		const numbers = sources.map((source) => (source as { item: number }).item);
		expect([...new Set(numbers)]).toEqual(items.map((_, index) => index));
	});
});

describe('in an active workflow, started by its webhook', () => {
	it.each(providers)('%s answers with its users', async (provider) => {
		const path = `list-${provider}`;
		const node = nodeFor(`${provider}.user.getAll`);
		const id = await fixture.rest.createWorkflow(
			workflowOf({ trigger: webhookAt(path), nodes: [node] }),
		);
		await fixture.rest.activate(id);
		const answer = await fixture.rest.webhook(path);
		const state = stateOf(fixture.sandboxes)[provider];
		const test = providerTests[provider].operations['user.getAll'];
		const expected = test?.expected(fixture.sandboxes, state);
		expect(answer).toEqual(expected);
		const [{ id: execution } = { id: '' }] = await fixture.rest.executionsOf(id);
		const stored = await fixture.rest.finished(execution);
		expect(stored.status).toBe('success');
		expect(stored.json('Node')).toEqual(expected);
	});
});
