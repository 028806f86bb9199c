import type {
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	ITaskData,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';
import type { CredentialData } from './credentialStore';
import { startWorkflow, type WorkflowFile } from './engine';
import { packageName, type NodePackage } from './nodePackage';
import type { Run } from './run';

export interface NodeRunOptions {
	/** `quo`, a full type name, or a made-up node. */
	node: string | INodeType;
	parameters: INodeParameters;
	/** Data by credential type. Left out: the node has no credential set. */
	credentials?: CredentialData;
	/** The credential's ID in n8n, which renews the token of one only once at a time; the type's name unless given. */
	credentialId?: string;
	/** The items that arrive; a bare object is an item's json. One empty item if left out. */
	input?: Array<IDataObject | INodeExecutionData>;
	typeVersion?: number;
	/** *On Error* in the node's settings. */
	onError?: OnError;
	retryOnFail?: boolean;
	maxTries?: number;
	waitBetweenTries?: number;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	timezone?: string;
	from?: NodePackage;
	nodeTypes?: Record<string, INodeType>;
	credentialTypes?: ICredentialType[];
	signal?: AbortSignal;
}

/** One node's part of a finished execution. */
export class NodeRun {
	readonly error: Error | undefined;

	readonly items: INodeExecutionData[];

	/** What the error output got, with `onError: 'continueErrorOutput'`. */
	readonly errorItems: INodeExecutionData[];

	readonly hints: NodeExecutionHint[];

	readonly task: ITaskData | undefined;

	constructor(
		readonly run: Run,
		name: string,
	) {
		this.error = run.error;
		this.items = run.items(name);
		this.errorItems = run.items(name, 1);
		this.hints = run.hints(name);
		this.task = run.task(name);
	}

	get json(): IDataObject[] {
		return this.items.map((item) => item.json);
	}

	get messages(): string[] {
		return this.hints.map((hint) => hint.message);
	}
}

export const nodeUnderTest = 'Node under test';

/** Runs one node on items, in a workflow of its own: Manual Trigger → node. */
export async function runNode(options: NodeRunOptions): Promise<NodeRun> {
	return await startNode(options).finished;
}

export function startNode(options: NodeRunOptions) {
	const { credentials, from, credentialTypes, signal } = options;
	const execution = startWorkflow({
		workflow: workflowOf(options),
		nodeTypes: addedNodes(options),
		...(credentials && { credentials }),
		...(from && { from }),
		...(credentialTypes && { credentialTypes }),
		...(signal && { signal }),
	});
	const finished = execution.finished.then((run) => new NodeRun(run, nodeUnderTest));
	return { cancel: execution.cancel, finished };
}

function workflowOf(options: NodeRunOptions): WorkflowFile {
	const { input = [{}], timezone } = options;
	return {
		name: 'One node',
		nodes: [trigger, nodeOf(options)],
		connections: { [trigger.name]: { main: [[{ node: nodeUnderTest, type: 'main', index: 0 }]] } },
		pinData: { [trigger.name]: input.map(asItem) },
		...(timezone && { settings: { timezone } }),
	};
}

const trigger: INode = {
	id: 'trigger',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

function nodeOf(options: NodeRunOptions): INode {
	const { parameters, credentials, credentialId, typeVersion = 1 } = options;
	const settings = ['onError', 'retryOnFail', 'maxTries', 'waitBetweenTries'] as const;
	const switches = ['executeOnce', 'alwaysOutputData'] as const;
	const given = [...settings, ...switches].filter((name) => options[name] !== undefined);
	return {
		id: 'node',
		name: nodeUnderTest,
		type: typeOf(options.node),
		typeVersion,
		position: [200, 0],
		parameters,
		...Object.fromEntries(given.map((name) => [name, options[name]])),
		...(credentials && { credentials: referTo(credentials, credentialId) }),
	};
}

function typeOf(node: string | INodeType): string {
	if (typeof node !== 'string') return `made-up.${node.description.name}`;
	return node.includes('.') ? node : `${packageName}.${node}`;
}

function addedNodes({ node, nodeTypes }: NodeRunOptions): Record<string, INodeType> {
	return { ...nodeTypes, ...(typeof node !== 'string' && { [typeOf(node)]: node }) };
}

const referTo = (credentials: CredentialData, id?: string) =>
	Object.fromEntries(
		Object.keys(credentials).map((type) => [type, { id: id ?? type, name: type }]),
	);

const asItem = (given: IDataObject | INodeExecutionData): INodeExecutionData =>
	isItem(given) ? given : { json: given };

const isItem = (given: IDataObject | INodeExecutionData): given is INodeExecutionData =>
	'json' in given && typeof given.json === 'object' && !Array.isArray(given.json);
