import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { createAdditionalData } from './additionalData';
import { NoOp } from './builtIn/noOp';
import { CredentialStore } from './credentialStore';
import { HarnessCredentialsHelper } from './credentialsHelper';
import { sourcePackage, type NodePackage } from './nodePackage';

interface CredentialTestOptions {
	from?: NodePackage;
	credentialTypes?: ICredentialType[];
}

/**
 * What n8n says when a credential is saved, computed as n8n does it (n8n 2.41,
 * dist/services/credentials-tester.service.js).
 */
export async function testCredential(
	type: string,
	data: Record<string, unknown>,
	{ from = sourcePackage(), credentialTypes = [] }: CredentialTestOptions = {},
): Promise<INodeCredentialTestResult> {
	const store = new CredentialStore(from, { [type]: data }, credentialTypes);
	const { test } = store.typeOf(type);
	if (!test) return failed('No testing function found for this credential.');
	try {
		const items = await send(type, test, new HarnessCredentialsHelper(store));
		return resultOf(test, items[0]?.json ?? {});
	} catch (error) {
		return resultOfError(test, error as RequestError);
	}
}

async function send(
	type: string,
	test: ICredentialTestRequest,
	credentialsHelper: HarnessCredentialsHelper,
): Promise<INodeExecutionData[]> {
	const node = nodeWith(type);
	const nodeType = nodeTypeFor(type, test);
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: only(nodeType),
	});
	const context = new ExecuteContext(
		workflow,
		node,
		createAdditionalData(credentialsHelper),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	await workflow.expression.acquireIsolate();
	try {
		const outputs = await new RoutingNode(context, nodeType).runNode();
		return outputs?.[0] ?? [];
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

const nodeWith = (type: string): INode => ({
	id: 'temp',
	parameters: {},
	name: 'Temp-Node',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	credentials: { [type]: { id: type, name: type } },
});

function nodeTypeFor(type: string, { request }: ICredentialTestRequest): INodeType {
	return {
		description: {
			...new NoOp().description,
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request }, default: '' },
			],
		},
	};
}

const only = (nodeType: INodeType): INodeTypes => ({
	getByName: () => nodeType,
	getByNameAndVersion: () => nodeType,
	getKnownTypes: () => ({}),
});

interface RequestError extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function resultOfError(
	test: ICredentialTestRequest,
	error: RequestError,
): INodeCredentialTestResult {
	const { response, code } = error.cause ?? {};
	if (!response) return failed(code ?? error.message);
	const known = (test.rules ?? []).find(
		(rule) => rule.type === 'responseCode' && rule.properties.value === response.status,
	);
	const status = response.statusText || `Received HTTP status code: ${response.status}`;
	return failed(known?.properties.message ?? status);
}

function resultOf(test: ICredentialTestRequest, body: IDataObject): INodeCredentialTestResult {
	for (const rule of test.rules ?? []) {
		if (rule.type !== 'responseSuccessBody') continue;
		if (valueAt(body, rule.properties.key) === rule.properties.value) {
			return failed(rule.properties.message);
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

const valueAt = (body: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
