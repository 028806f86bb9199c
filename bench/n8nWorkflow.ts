import type { IDataObject, INode, INodeParameters, INodeType } from 'n8n-workflow';
import { runWorkflow } from '../test/harness';

/** Runs one of n8n's own nodes on items that are there, in n8n's engine. */

export interface N8nNode {
	node: INodeType;
	parameters: INodeParameters;
	version: number;
}

const nodeOf = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	...{ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} },
	...more,
});

/**
 * The nodes one after the other; the first has an input for each list.
 *
 * @returns their time together, from the run data, and what the last of them gave
 */
export async function runN8nNodes(chain: readonly N8nNode[], lists: readonly IDataObject[][]) {
	const start = nodeOf('Start', 'n8n-nodes-base.manualTrigger');
	const inputs = lists.map((_, index) => nodeOf(`List ${index}`, 'n8n-nodes-base.noOp'));
	const nodes = chain.map(({ parameters, version }, index) =>
		nodeOf(`Node ${index}`, `bench.node${index}`, { parameters, typeVersion: version }),
	);
	const to = (node: string, index = 0) => ({ main: [[{ node, type: 'main' as const, index }]] });
	const run = await runWorkflow({
		workflow: {
			nodes: [start, ...inputs, ...nodes],
			connections: {
				Start: {
					main: [inputs.map(({ name }) => ({ node: name, type: 'main' as const, index: 0 }))],
				},
				...Object.fromEntries(inputs.map(({ name }, index) => [name, to('Node 0', index)])),
				...Object.fromEntries(nodes.slice(1).map(({ name }, index) => [`Node ${index}`, to(name)])),
			},
			pinData: {
				Start: [{ json: {} }],
				...Object.fromEntries(
					lists.map((list, index) => [`List ${index}`, list.map((json) => ({ json }))]),
				),
			},
		},
		nodeTypes: Object.fromEntries(chain.map(({ node }, index) => [`bench.node${index}`, node])),
	});
	if (run.error) throw run.error;
	const times = nodes.map(({ name }) => run.task(name)?.executionTime ?? Number.NaN);
	return { ms: times.reduce((sum, ms) => sum + ms, 0), run, last: `Node ${chain.length - 1}` };
}
