import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import type {
	ITaskData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { HarnessCredentialsHelper } from './credentialsHelper';

const host = 'http://localhost:5678';

const unavailable = (what: string) => async (): Promise<never> => {
	throw new Error(`The harness runs no ${what}.`);
};

/** What an n8n instance gives to an execution. */
export function createAdditionalData(
	credentialsHelper: HarnessCredentialsHelper,
	executionId = '1',
): IWorkflowExecuteAdditionalData {
	return {
		credentialsHelper,
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${host}/rest`,
		instanceBaseUrl: host,
		formBaseUrl: `${host}/form`,
		formWaitingBaseUrl: `${host}/form-waiting`,
		formTestBaseUrl: `${host}/form-test`,
		webhookBaseUrl: `${host}/webhook`,
		webhookWaitingBaseUrl: `${host}/webhook-waiting`,
		webhookTestBaseUrl: `${host}/webhook-test`,
		mcpBaseUrl: `${host}/mcp`,
		mcpTestBaseUrl: `${host}/mcp-test`,
		externalSecretsProxy: new ExternalSecretsProxy(),
		executeWorkflow: unavailable('sub-workflows'),
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		startRunnerTask: unavailable('task runners'),
		logAiEvent: () => undefined,
	};
}

export type NodeDone = (nodeName: string, data: ITaskData) => void;

export function createHooks(
	mode: WorkflowExecuteMode,
	workflow: IWorkflowBase,
	onNodeDone?: NodeDone,
): ExecutionLifecycleHooks {
	const hooks = new ExecutionLifecycleHooks(mode, '1', workflow);
	if (onNodeDone) {
		hooks.addHandler('nodeExecuteAfter', (nodeName, data) => onNodeDone(nodeName, data));
	}
	return hooks;
}
