import 'reflect-metadata';
import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import { WorkflowExecute, WorkflowHasIssuesError } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IConnections,
	ICredentialType,
	IDataObject,
	INode,
	INodeType,
	IPinData,
	IWorkflowBase,
	IWorkflowSettings,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createAdditionalData, createHooks, type NodeDone } from './additionalData';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { CredentialStore, type CredentialData } from './credentialStore';
import { HarnessNodeTypes } from './nodeTypes';
import { sourcePackage, type NodePackage } from './nodePackage';
import { Run, type Outcome } from './run';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
	staticData?: IDataObject;
}

export interface RunOptions {
	workflow: WorkflowFile;
	/** Data by credential id, name, or type. */
	credentials?: CredentialData;
	/** Where nodes and credentials come from; this project's TypeScript sources if left out. */
	from?: NodePackage;
	/** Made-up nodes, by their full type name. */
	nodeTypes?: Record<string, INodeType>;
	credentialTypes?: ICredentialType[];
	mode?: WorkflowExecuteMode;
	/** Cancels the execution, as the Stop button does. */
	signal?: AbortSignal;
	onNodeDone?: NodeDone;
}

export interface Execution {
	finished: Promise<Run>;
	/** Stops the execution, as the Stop button does. */
	cancel(): void;
}

configureGlobalAxiosDefaults();

/** Runs a workflow to its end. It throws where a node's type is unknown, and for nothing else. */
export async function runWorkflow(options: RunOptions): Promise<Run> {
	return await startWorkflow(options).finished;
}

export function startWorkflow(options: RunOptions): Execution {
	const { from = sourcePackage(), mode = 'manual', workflow: file } = options;
	const store = new CredentialStore(from, options.credentials ?? {}, options.credentialTypes);
	const workflow = createWorkflow(file, new HarnessNodeTypes(from, options.nodeTypes ?? {}));
	const additionalData = createAdditionalData(new HarnessCredentialsHelper(store));
	additionalData.hooks = createHooks(mode, asSaved(workflow, file), options.onNodeDone);
	additionalData.workflowSettings = workflow.settings;

	const { finished, cancel } = begin(new WorkflowExecute(additionalData, mode), {
		workflow,
		...pinned(file),
	});
	cancelOn(options.signal, cancel);
	return {
		cancel,
		finished: finished.then((outcome) => new Run(outcome, store.readings, store.stored)),
	};
}

function begin(engine: WorkflowExecute, options: Parameters<WorkflowExecute['run']>[0]) {
	try {
		const running = engine.run(options);
		const finished = running.then(({ status, data: { resultData } }): Outcome => {
			return { status, runData: resultData.runData, error: resultData.error };
		});
		return { finished, cancel: () => running.cancel() };
	} catch (error) {
		// A required parameter is empty, for one: n8n shows that as the execution's error.
		if (!(error instanceof WorkflowHasIssuesError)) throw error;
		const outcome: Outcome = { status: 'error', runData: {}, error };
		return { finished: Promise.resolve(outcome), cancel: () => undefined };
	}
}

const pinned = ({ pinData }: WorkflowFile) => (pinData ? { pinData } : {});

function cancelOn(signal: AbortSignal | undefined, cancel: () => void): void {
	if (signal?.aborted) cancel();
	else signal?.addEventListener('abort', cancel, { once: true });
}

function createWorkflow(file: WorkflowFile, nodeTypes: HarnessNodeTypes): Workflow {
	const { name = 'Workflow', nodes, connections, settings, staticData } = file;
	return new Workflow({
		id: 'harness',
		name,
		nodes: structuredClone(nodes),
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', ...settings },
		...pinned(file),
		...(staticData && { staticData }),
	});
}

function asSaved(workflow: Workflow, { nodes, connections }: WorkflowFile): IWorkflowBase {
	const now = new Date();
	return {
		id: workflow.id,
		name: workflow.name ?? '',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: now,
		updatedAt: now,
		nodes,
		connections,
	};
}
