import type { INode, INodeParameters } from 'n8n-workflow';
import { builtPackage, type NodePackage, runWorkflow, type WorkflowFile } from '../../test/harness';
import type { Directory } from '../directory';
import { n8nNode } from '../n8nNodes';
import { providers } from '../providers';
import type { HttpRequestSettings } from '../providers/provider';
import type { Implementation } from './implementation';

const nodeTypes = () => ({
	'n8n-nodes-base.httpRequest': n8nNode('HttpRequest', 'HttpRequest'),
	'n8n-nodes-base.splitOut': n8nNode('Transform/SplitOut', 'SplitOut'),
});

function pagination({ parameter, complete }: HttpRequestSettings): INodeParameters {
	if (!parameter || !complete) return {};
	return {
		pagination: {
			pagination: {
				paginationMode: 'updateAParameterInEachRequest',
				parameters: { parameters: [{ type: 'qs', ...parameter }] },
				paginationCompleteWhen: 'other',
				completeExpression: complete,
				limitPagesFetched: false,
				requestInterval: 0,
			},
		},
	};
}

const nodeOf = (name: string, type: string, more: Partial<INode>): INode => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

function httpRequestNode(directory: Directory, settings: HttpRequestSettings): INode {
	const type = directory.credentialType;
	const parameters = Object.entries(settings.query).map(([name, value]) => ({ name, value }));
	return nodeOf('Request', 'httpRequest', {
		typeVersion: 4.2,
		credentials: { [type]: { id: type, name: type } },
		parameters: {
			method: settings.method ?? 'GET',
			url: `${directory.url}${settings.path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			sendQuery: true,
			queryParameters: { parameters },
			options: pagination(settings),
		},
	});
}

function workflowFor(directory: Directory, input: number): WorkflowFile {
	const settings = providers[directory.provider].httpRequest(directory);
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		nodes: [
			nodeOf('Start', 'manualTrigger', {}),
			httpRequestNode(directory, settings),
			nodeOf('Split', 'splitOut', { parameters: { fieldToSplitOut: settings.field, options: {} } }),
		],
		connections: { Start: to('Request'), Request: to('Split') },
		pinData: { Start: Array.from({ length: input }, () => ({ json: {} })) },
	};
}

/** Reads the whole list once for each input item. The time is that of both nodes, from the run data. */
export function httpRequestWorkflow(from: NodePackage) {
	const types = nodeTypes();
	return async (directory: Directory, input = 1) => {
		const run = await runWorkflow({
			workflow: workflowFor(directory, input),
			credentials: { [directory.credentialType]: directory.credentials },
			from,
			nodeTypes: types,
		});
		if (run.error) throw run.error;
		const time = (name: string) => run.task(name)?.executionTime ?? Number.NaN;
		return { ms: time('Request') + time('Split'), users: run.json('Split') };
	};
}

/** n8n's HTTP Request node with its pagination and the credential of this package, then Split Out. */
export const httpRequest: Implementation = async () => httpRequestWorkflow(await builtPackage());
