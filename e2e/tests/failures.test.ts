import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../test/harness/until';
import { providers } from '../harness/package';
import { workflowOf, type NodeSketch } from '../harness/workflow';
import { testErrorItems } from './errorItems';
import { Fixture } from './fixture';
import { providerTests } from './providerTests';
import { by } from './values';

const fixture = new Fixture({ users: 1000, autocalls: { paginate: 'laravel', perPage: 50 } });

/** Two people who are there and one in between who isn't. */
function emails(): Array<{ email: string }> {
	const [first, , second] = fixture.sandboxes.quo.people.map(({ email }) => ({ email }));
	return [first, { email: 'nobody@example.com' }, second].map((item) => {
		if (item === undefined) throw new Error('There are too few people.');
		return { email: item.email ?? '' };
	});
}

const getByEmail = (onError?: NodeSketch['onError']): NodeSketch => ({
	type: 'quo',
	name: 'Quo',
	credentials: fixture.credential('quo'),
	parameters: { resource: 'user', operation: 'get', user: by('email', '={{ $json.email }}') },
	...(onError && { onError }),
});

describe('a user who is not there', () => {
	const says = expect.stringContaining('nobody@example.com') as unknown;

	it('stops the workflow, with the item, the reason and the next step stored', async () => {
		const stored = await fixture.rest.run(workflowOf({ items: emails(), nodes: [getByEmail()] }));
		expect(stored.status).toBe('error');
		expect(stored.error).toMatchObject({ message: says, context: { itemIndex: 1 } });
		expect(stored.json('Quo')).toEqual([]);
	});

	it('goes only to the error output with On Error: Continue (using error output)', async () => {
		const node = getByEmail('continueErrorOutput');
		const items = emails();
		const stored = await fixture.rest.run(workflowOf({ items, nodes: [node] }));
		expect(stored.status).toBe('success');
		const found = [items[0], items[2]].map(
			(item) => expect.objectContaining(item ?? {}) as unknown,
		);
		expect(stored.json('Quo', 0)).toEqual(found);
		expect(stored.json('Quo', 1)).toEqual([expect.objectContaining({ error: says })]);
	});

	it.each(providers)('of %s goes there too', async (provider) => {
		const { application, lookUp } = providerTests[provider];
		const user = by(lookUp.mode, '={{ $json.known }}');
		const node: NodeSketch = {
			type: provider,
			name: 'Node',
			credentials: fixture.credential(provider),
			parameters: { resource: 'user', operation: 'get', output: 'unified', ...application, user },
			onError: 'continueErrorOutput',
		};
		const { sandboxes } = fixture;
		const [one = '', other = ''] = lookUp.values(sandboxes);
		const items = [one, 'nobody@example.com', other].map((known) => ({ known }));
		const stored = await fixture.rest.run(workflowOf({ items, nodes: [node] }));
		expect(stored.status).toBe('success');
		const found = stored.json('Node', 0).map(({ id }) => id);
		expect(found).toEqual(providerTests[provider].ids(sandboxes).slice(0, 2));
		expect(stored.json('Node', 1)).toEqual([expect.objectContaining({ error: says })]);
	});

	it('is an item among the others with On Error: Continue', async () => {
		const node = getByEmail('continueRegularOutput');
		const items = emails();
		const stored = await fixture.rest.run(workflowOf({ items, nodes: [node] }));
		expect(stored.status).toBe('success');
		expect(stored.json('Quo')).toEqual([
			expect.objectContaining({ email: items[0]?.email }),
			{ error: says },
			expect.objectContaining({ email: items[2]?.email }),
		]);
	});
});

describe('an item that failed', () => testErrorItems(fixture));

describe('an execution that is stopped in mid-walk', () => {
	it.each([
		['quo', 'page by page', 50, {}],
		['autocalls', 'page by page', 50, { options: { pagesAtOnce: 1 } }],
		['voximplant', 'page by page', 50, { options: { pagesAtOnce: 1, pageSize: 50 } }],
		['autocalls', 'several pages at once', 10, {}],
		['voximplant', 'several pages at once', 10, { options: { pageSize: 10 } }],
	] as const)('of %s, %s, asks for no further page', async (provider, _, perPage, parameters) => {
		const sandbox = fixture.sandboxes[provider];
		sandbox.latencyMs = 400;
		fixture.sandboxes.autocalls.settings.perPage = perPage;
		const node: NodeSketch = {
			type: provider,
			name: 'Node',
			credentials: fixture.credential(provider),
			parameters: {
				...{ resource: 'user', operation: 'getAll', returnAll: true },
				...{ ...providerTests[provider].application, ...parameters },
			},
		};
		const workflow = await fixture.rest.createWorkflow(workflowOf({ nodes: [node] }));
		const execution = await fixture.rest.start(workflow);
		await until('two pages were asked for', () => sandbox.log.length >= 2);
		await fixture.rest.stop(execution);
		// What was sent just before may still be on its way.
		await sleep(100);
		const asked = sandbox.log.length;
		const stored = await fixture.rest.finished(execution);
		expect(stored.status).toBe('canceled');
		await sleep(1500);
		expect(sandbox.log.length).toBe(asked);
		expect(asked).toBeLessThan(1000 / perPage);
	});
});
