import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
	ExecutionStatus,
	ICredentialType,
	IConnections,
	IDataObject,
	INode,
	INodeParameters,
	INodeTypeDescription,
	IPinData,
	IWorkflowSettings,
} from 'n8n-workflow';
import { N8nSession, refused, type Account } from './session';
import {
	storedIn,
	type ExecutionRow,
	type StoredExecution,
	type StoredRow,
} from './storedExecution';

/** As in an exported file; what else it holds is of no use here. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	/** By node: what it gives instead of running. */
	pinData?: IPinData;
}

/** What n8n says of a credential that was tried. */
export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** A question of the editor's for the choices of one parameter. */
export interface Choices {
	/** Of the parameter: `parameters.user`. */
	path: string;
	methodName: string;
	nodeTypeAndVersion: { name: string; version: number };
	currentNodeParameters: INodeParameters;
	credentials?: Record<string, { id: string; name: string }>;
	filter?: string;
}

const running: ExecutionStatus[] = ['new', 'running', 'waiting'];

/** n8n's own REST API, as its editor uses it. */
export class N8nRest extends N8nSession {
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return (await this.send('GET', '/types/nodes.json')).data as INodeTypeDescription[];
	}

	async credentialTypes(): Promise<ICredentialType[]> {
		return (await this.send('GET', '/types/credentials.json')).data as ICredentialType[];
	}

	/** Saves a credential; resolves to what a node refers to it by. */
	async createCredential(type: string, data: object, name = type) {
		const body = { name, type, data };
		const { id } = await this.call<{ id: string }>('POST', '/rest/credentials', body);
		return { id, name };
	}

	/** Has n8n try these fields, as its credential dialogue does: saved first, as n8n 1 wants it. */
	async testCredential(type: string, data: object): Promise<CredentialTest> {
		const { id } = await this.createCredential(type, data);
		const credentials = { id, name: type, type, data };
		try {
			return await this.call('POST', '/rest/credentials/test', { credentials });
		} finally {
			await this.call('DELETE', `/rest/credentials/${id}`);
		}
	}

	/** Saves a workflow; resolves to its id. */
	async createWorkflow({ settings, ...workflow }: WorkflowFile): Promise<string> {
		const { name, nodes, connections, pinData } = workflow;
		const rest = { pinData, settings: { executionOrder: 'v1', ...settings } };
		// n8n 1 doesn't assume that it isn't
		const body = { name, nodes, connections, active: false, ...rest };
		return (await this.call<{ id: string }>('POST', '/rest/workflows', body)).id;
	}

	/** Makes its webhooks and schedules live. A webhook answers 404 for a moment: see `webhook()`. */
	async activate(workflowId: string): Promise<void> {
		const path = `/rest/workflows/${workflowId}`;
		const { versionId } = await this.call<{ versionId: string }>('GET', path);
		await this.call('POST', `${path}/activate`, { versionId });
	}

	/** Starts a saved workflow from its manual trigger; resolves to the execution's id at once. */
	async start(workflowId: string, trigger = 'Start'): Promise<string> {
		const path = `/rest/workflows/${workflowId}`;
		// n8n 1 runs what it is sent; n8n 2 runs what it has saved
		const workflowData = await this.call('GET', path);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		return (await this.call<{ executionId: string }>('POST', `${path}/run`, body)).executionId;
	}

	/** Saves a workflow, runs it to its end, and resolves to what n8n stored of it. */
	async run(workflow: WorkflowFile, trigger?: string): Promise<StoredExecution> {
		return await this.finished(await this.start(await this.createWorkflow(workflow), trigger));
	}

	/** Of a workflow's executions the newest 100, newest first. */
	async executionsOf(workflowId: string): Promise<ExecutionRow[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const path = `/rest/executions?limit=100&filter=${filter}`;
		return (await this.call<{ results: ExecutionRow[] }>('GET', path)).results;
	}

	/** What a resource locator's list in a node's panel shows. */
	async choices(asked: Choices): Promise<unknown> {
		const path = '/rest/dynamic-node-parameters/resource-locator-results';
		return await this.call('POST', path, asked);
	}

	async stop(executionId: string): Promise<void> {
		await this.call('POST', `/rest/executions/${executionId}/stop`);
	}

	/** Waits for the end of an execution. */
	async finished(executionId: string, patience = 60_000): Promise<StoredExecution> {
		const deadline = Date.now() + patience;
		for (;;) {
			const path = `/rest/executions/${executionId}`;
			const row = await this.call<StoredRow>('GET', path);
			const stored = running.includes(row.status) ? undefined : storedIn(row);
			if (stored) return stored;
			if (Date.now() > deadline) {
				throw new Error(`Execution ${executionId} is ${row.status}: ${row.data.slice(0, 500)}`);
			}
			await sleep(100);
		}
	}

	/** Calls a live webhook, again while n8n doesn't know it yet. Resolves to its answer. */
	async webhook(path: string, body: IDataObject = {}, patience = 10_000): Promise<unknown> {
		return await this.live(`/webhook/${path}`, body, patience);
	}

	/** Hands in a live form of n8n, again while n8n doesn't know it yet; a field's name is `field-<n>`. */
	async submitForm(path: string, fields: FormData, patience = 10_000): Promise<void> {
		await this.live(`/form/${path}`, fields, patience);
	}

	private async live(path: string, body: object, patience: number): Promise<unknown> {
		const deadline = Date.now() + patience;
		for (;;) {
			const answer = await this.http.post(path, body, {
				timeout: 60_000,
				timeoutErrorMessage: `POST ${path}: no answer within 60 s.`,
			});
			if (answer.status < 400) return answer.data;
			if (answer.status !== 404 || Date.now() > deadline) {
				throw refused(`POST ${path}`, answer);
			}
			await sleep(100);
		}
	}
}

/** Makes an owner in a new n8n. */
export async function signedIn({ url }: { url: string }) {
	const password = `Aa1${randomBytes(6).toString('hex')}`;
	const account: Account = { email: 'owner@example.com', password };
	const rest = new N8nRest(url);
	await rest.setUpOwner(account);
	return { rest, account };
}
