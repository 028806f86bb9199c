import { workflowOf, type NodeSketch } from '../harness/workflow';
import type { WorkflowFile } from '../harness/rest';
import type { Fixture } from './fixture';
import { by } from './values';

type OnError = NonNullable<NodeSketch['onError']>;

const set = (name: string, fields: Record<string, string>): NodeSketch => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	name,
	parameters: {
		includeOtherFields: true,
		assignments: {
			assignments: Object.entries(fields).map(([field, value]) => ({
				...{ id: field, name: field, type: 'string', value },
			})),
		},
	},
});

/** How many items of that node, and which row of the input each item of this one comes from. */
const seenBehind = (output: string) => ({
	count: `={{ $('Quo').all(${output}).length }}`,
	fromRow: "={{ $('Start').item.json.row }}",
});

/** Each row's user is looked up by e-mail; a node behind each output looks back at what came. */
function lookUpRows(fixture: Fixture, onError: OnError): WorkflowFile {
	const [first, , second] = fixture.sandboxes.quo.people;
	const emails = [first?.email, 'nobody@example.com', second?.email];
	const quo: NodeSketch = {
		...{ type: 'quo', name: 'Quo', onError },
		credentials: fixture.credential('quo'),
		parameters: { resource: 'user', operation: 'get', user: by('email', '={{ $json.asked }}') },
	};
	const workflow = workflowOf({
		items: emails.map((asked, index) => ({ asked: asked ?? '', row: index + 1 })),
		nodes: [quo, set('Found', seenBehind(''))],
	});
	if (onError !== 'continueErrorOutput') return workflow;
	const { nodes } = workflowOf({ nodes: [set('Failed', seenBehind('1'))] });
	const [toFound = []] = workflow.connections.Quo?.main ?? [];
	const toFailed = (toFound ?? []).map((link) => ({ ...link, node: 'Failed' }));
	return {
		...workflow,
		nodes: [...workflow.nodes, ...nodes.slice(-1)],
		connections: { ...workflow.connections, Quo: { main: [toFound, toFailed] } },
	};
}

/** What n8n makes of an item that failed. */
export function testErrorItems(fixture: Fixture): void {
	const error = expect.stringMatching(/^Quo: .*nobody@example\.com/) as unknown;
	const found = (index: number) => fixture.sandboxes.quo.people[index]?.id;

	it('sends an item that failed to the error output, with the fields of its row', async () => {
		const stored = await fixture.rest.run(lookUpRows(fixture, 'continueErrorOutput'));
		expect(stored.status).toBe('success');
		expect(stored.json('Quo', 1)).toEqual([{ asked: 'nobody@example.com', row: 2, error }]);
		expect(stored.json('Failed')).toMatchObject([
			{ asked: 'nobody@example.com', error, count: '1', fromRow: '2' },
		]);
		expect(stored.json('Found')).toMatchObject([
			{ id: found(0), count: '2', fromRow: '1' },
			{ id: found(2), count: '2', fromRow: '3' },
		]);
	});

	it('keeps an item that failed among the others, and the nodes behind see all of them', async () => {
		const stored = await fixture.rest.run(lookUpRows(fixture, 'continueRegularOutput'));
		expect(stored.status).toBe('success');
		expect(stored.json('Found')).toMatchObject([
			{ id: found(0), count: '3', fromRow: '1' },
			{ error, count: '3', fromRow: '2' },
			{ id: found(2), count: '3', fromRow: '3' },
		]);
		expect(stored.json('Quo')[1]).toEqual({ error });
	});
}
