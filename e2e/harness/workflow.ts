import { randomUUID } from 'node:crypto';
import type { IConnections, IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Credentials } from './credentials';
import { packageName } from './package';
import type { WorkflowFile } from './rest';

/** What a test says of a node; the rest is the same for all. */
export interface NodeSketch {
	/** Its full type, or the bare name of one of this package's: `quo`. */
	type: string;
	/** What it is called; its type's last part unless given. */
	name?: string;
	typeVersion?: number;
	parameters?: INodeParameters;
	/** Saved credentials by type. */
	credentials?: Credentials;
	onError?: NonNullable<INode['onError']>;
	webhookId?: string;
	/** Further nodes that hang on it by another kind of connection, such as `ai_tool`. */
	attached?: Record<string, NodeSketch[]>;
}

export interface Sketch {
	/** A manual trigger unless given. */
	trigger?: NodeSketch;
	/** What the trigger gives, pinned: one empty item unless given. */
	items?: IDataObject[];
	/** One after the other, behind the trigger. */
	nodes: NodeSketch[];
}

export const start: NodeSketch = { type: 'n8n-nodes-base.manualTrigger', name: 'Start' };

/** A webhook that answers at `/webhook/<path>` with the items of the last node, when it has ended. */
export const webhookAt = (path: string): NodeSketch => ({
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	name: 'Start',
	webhookId: path,
	parameters: {
		path,
		httpMethod: 'POST',
		responseMode: 'lastNode',
		responseData: 'allEntries',
		options: {},
	},
});

export const nameOf = ({ name, type }: NodeSketch): string => name ?? type.replace(/^.*\./, '');

/** A trigger and a chain of nodes behind it, ready to be saved. */
export function workflowOf({ trigger = start, items, nodes }: Sketch): WorkflowFile {
	const chain = [trigger, ...nodes];
	const connections: IConnections = {};
	chain.slice(1).forEach((node, index) => {
		connections[nameOf(chain[index] ?? trigger)] = to(node, 'main');
	});
	const attached = chain.flatMap((node) =>
		Object.entries(node.attached ?? {}).flatMap(([kind, others]) =>
			others.map((other) => {
				connections[nameOf(other)] = to(node, kind);
				return other;
			}),
		),
	);
	return {
		name: `${nodes.map(nameOf).join(', ')} ${randomUUID().slice(0, 8)}`,
		nodes: [...chain, ...attached].map(nodeOf),
		connections,
		...(items && { pinData: { [nameOf(trigger)]: items.map((json) => ({ json })) } }),
	};
}

type Kind = IConnections[string][string][number];

function to(node: NodeSketch, kind: string): IConnections[string] {
	const type = kind as NonNullable<Kind>[number]['type'];
	return { [kind]: [[{ node: nameOf(node), type, index: 0 }]] };
}

function nodeOf(sketch: NodeSketch, index: number): INode {
	const { type, typeVersion = 1, parameters = {}, credentials, onError, webhookId } = sketch;
	return {
		id: randomUUID(),
		name: nameOf(sketch),
		type: type.includes('.') ? type : `${packageName}.${type}`,
		typeVersion,
		position: [index * 240, 0],
		parameters,
		...(credentials && { credentials: { ...credentials } }),
		...(onError && { onError }),
		...(webhookId && { webhookId }),
	};
}
