import 'reflect-metadata';
import { PollContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IPollFunctions,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { CredentialStore, type CredentialData } from './credentialStore';
import { HarnessNodeTypes } from './nodeTypes';
import { packageName, sourcePackage, type NodePackage } from './nodePackage';

export interface PollingNodeOptions {
	/** `quoTrigger`. */
	node: string;
	parameters: INodeParameters;
	credentials: CredentialData;
	from?: NodePackage;
	/** What n8n has saved for the node. */
	staticData?: IDataObject;
	timezone?: string;
	/** The credential's ID in n8n; the type's name unless given. */
	credentialId?: string;
	name?: string;
	id?: string;
}

export interface PollOptions {
	/** `manual` is *Fetch Test Event*. */
	mode?: WorkflowExecuteMode;
	budgetMs?: number;
}

/** A trigger in a workflow of its own, polled by n8n's own context. */
export class PollingNode {
	private readonly workflow: Workflow;

	private readonly node: INode;

	private readonly type: INodeType;

	private readonly helper: HarnessCredentialsHelper;

	constructor(private readonly options: PollingNodeOptions) {
		const { from = sourcePackage(), credentials, parameters, timezone } = options;
		const { name = 'Trigger', id = 'trigger' } = options;
		this.node = {
			id,
			name,
			type: `${packageName}.${options.node}`,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: Object.fromEntries(
				Object.keys(credentials).map((type) => [
					type,
					{ id: options.credentialId ?? type, name: type },
				]),
			),
		};
		const nodeTypes = new HarnessNodeTypes(from, {});
		this.workflow = new Workflow({
			id: 'polling',
			name: 'Polling',
			nodes: [structuredClone(this.node)],
			connections: {},
			active: true,
			nodeTypes,
			settings: { executionOrder: 'v1', ...(timezone && { timezone }) },
			staticData: { [`node:${name}`]: structuredClone(options.staticData ?? {}) },
		});
		this.node = this.workflow.getNode(name)!;
		this.type = nodeTypes.getByNameAndVersion(this.node.type);
		const store = new CredentialStore(from, credentials);
		this.helper = new HarnessCredentialsHelper(store);
	}

	/** As n8n would save it. */
	get staticData(): IDataObject {
		const data = this.workflow.getStaticData('node', this.node);
		return JSON.parse(JSON.stringify(data)) as IDataObject;
	}

	/** The items' json; null where the poll reports nothing. */
	async poll({ mode = 'trigger', budgetMs }: PollOptions = {}): Promise<IDataObject[] | null> {
		const items = await this.pollItems({ mode, ...(budgetMs !== undefined && { budgetMs }) });
		return items && items.map(({ json }) => json);
	}

	private async pollItems({
		mode = 'trigger',
		budgetMs,
	}: PollOptions): Promise<INodeExecutionData[] | null> {
		const context = new PollContext(
			this.workflow,
			this.node,
			createAdditionalData(this.helper),
			mode,
			mode === 'manual' ? 'manual' : 'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			budgetMs === undefined ? undefined : () => budgetMs,
		);
		const result = await this.type.poll!.call(context as IPollFunctions);
		return result && (result[0] ?? []);
	}
}
