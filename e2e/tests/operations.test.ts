import { isDeepStrictEqual } from 'node:util';
import { packageName, providers } from '../harness/package';
import { webhookAt, workflowOf, type NodeSketch } from '../harness/workflow';
import { operationsOf, proofs } from './operations';
import { Fixture } from './fixture';
import { stateOf } from './state';

const fixture = new Fixture({ users: 60 });

function nodeFor(operation: string): NodeSketch {
	const [provider = '', resource = '', value = ''] = operation.split('.');
	return {
		type: provider,
		name: 'Node',
		credentials: fixture.credential(provider),
		parameters: { resource, operation: value, ...proofs[operation]?.parameters(fixture.sandboxes) },
	};
}

it('every operation that the built nodes offer is proved here', async () => {
	const types = await fixture.rest.nodeTypes();
	const own = providers.map((name) => `${packageName}.${name}`);
	const offered = operationsOf(types.filter(({ name }) => own.includes(name)));
	expect(offered.length).toBeGreaterThan(0);
	expect(Object.keys(proofs).sort()).toEqual(offered.sort());
});

it('every operation but those that only read is proved by what it leaves behind', () => {
	const operations = Object.keys(proofs);
	const writes = operations.filter((operation) => !/\.get(All)?$/.test(operation));
	expect(operations.filter((operation) => proofs[operation]?.changes)).toEqual(writes);
	expect(writes.length).toBeGreaterThan(0);
});

describe('in a saved workflow, started by hand', () => {
	it.each(Object.entries(proofs))('%s stores the right items', async (operation, proof) => {
		const items = proof.items?.(fixture.sandboxes) ?? [{}];
		const workflow = workflowOf({ items, nodes: [nodeFor(operation)] });
		const before = stateOf(fixture.sandboxes);
		const stored = await fixture.rest.run(workflow);
		expect(stored.error).toBeUndefined();
		expect(stored.status).toBe('success');
		expect(stored.json('Node')).toEqual(proof.expected(fixture.sandboxes, before));
		const after = stateOf(fixture.sandboxes);
		expect(after).toEqual({ ...before, ...proof.changes?.(before) });
		expect(isDeepStrictEqual(after, before)).toBe(proof.changes === undefined);
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
		const expected = proofs[`${provider}.user.getAll`]?.expected(
			fixture.sandboxes,
			stateOf(fixture.sandboxes),
		);
		expect(answer).toEqual(expected);
		const [{ id: execution } = { id: '' }] = await fixture.rest.executionsOf(id);
		const stored = await fixture.rest.finished(execution);
		expect(stored.status).toBe('success');
		expect(stored.json('Node')).toEqual(expected);
	});
});
