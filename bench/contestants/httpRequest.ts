import { createRequire } from 'node:module';
import path from 'node:path';
import type { INode, INodeParameters, INodeType, IVersionedNodeType } from 'n8n-workflow';
import { builtPackage, runWorkflow, type WorkflowFile } from '../../test/harness';
import { installedNodes } from '../installation';
import { credentialType, type Directory, type ProviderName } from '../providers';
import type { Contestant } from './contestant';

type NodeClass = new () => INodeType | IVersionedNodeType;

/** n8n's own nodes, as they are published. */
export async function ownNodes(): Promise<Record<string, INodeType>> {
	const load = createRequire(path.join(await installedNodes(), 'package.json'));
	const made = (folder: string, name: string) => {
		const file = `n8n-nodes-base/dist/nodes/${folder}/${name}.node.js`;
		const Class = (load(file) as Record<string, NodeClass>)[name];
		if (!Class) throw new Error(`There is no ${name} in n8n-nodes-base.`);
		return new Class();
	};
	const nodes = {
		'n8n-nodes-base.httpRequest': made('HttpRequest', 'HttpRequest'),
		'n8n-nodes-base.splitOut': made('Transform/SplitOut', 'SplitOut'),
	};
	// the harness takes nodes in several versions too
	return nodes as Record<string, INodeType>;
}

interface Pages {
	method?: string;
	path: string;
	query: Record<string, string>;
	/** The list inside of a page. */
	field: string;
	/** What changes with each page, and when the last one has come. */
	parameter?: { name: string; value: string };
	last?: string;
}

/** What someone would fill in who has read the provider's page. */
const pages: Record<ProviderName, (directory: Directory) => Pages> = {
	voximplant: ({ applicationId, pageSize }) => ({
		method: 'POST',
		path: '/GetUsers',
		query: { application_id: String(applicationId), count: String(pageSize) },
		field: 'result',
		parameter: { name: 'offset', value: `={{ $pageCount * ${pageSize} }}` },
		last: `={{ $pageCount * ${pageSize} >= $response.body.total_count }}`,
	}),
	autocalls: () => ({
		path: '/white-label/users',
		query: {},
		field: 'data',
		parameter: { name: 'page', value: '={{ $pageCount + 1 }}' },
		last: '={{ $response.body.current_page >= $response.body.last_page }}',
	}),
	quo: ({ pageSize }) => ({
		path: '/v1/users',
		query: { maxResults: String(pageSize) },
		field: 'data',
		parameter: { name: 'pageToken', value: '={{ $response.body?.nextPageToken }}' },
		last: '={{ !$response.body.nextPageToken }}',
	}),
	worksection: () => ({
		path: '/api/admin/v2/',
		query: { action: 'get_users' },
		field: 'data',
	}),
};

function pagination({ parameter, last }: Pages): INodeParameters {
	if (!parameter || !last) return {};
	return {
		pagination: {
			pagination: {
				paginationMode: 'updateAParameterInEachRequest',
				parameters: { parameters: [{ type: 'qs', ...parameter }] },
				paginationCompleteWhen: 'other',
				completeExpression: last,
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

function httpRequestNode(directory: Directory, asked: Pages): INode {
	const type = credentialType(directory);
	const parameters = Object.entries(asked.query).map(([name, value]) => ({ name, value }));
	return nodeOf('Request', 'httpRequest', {
		typeVersion: 4.2,
		credentials: { [type]: { id: type, name: type } },
		parameters: {
			method: asked.method ?? 'GET',
			url: `${directory.url}${asked.path}`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: type,
			sendQuery: true,
			queryParameters: { parameters },
			options: pagination(asked),
		},
	});
}

export function workflowFor(directory: Directory, input: number): WorkflowFile {
	const asked = pages[directory.provider](directory);
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		nodes: [
			nodeOf('Start', 'manualTrigger', {}),
			httpRequestNode(directory, asked),
			nodeOf('Split', 'splitOut', { parameters: { fieldToSplitOut: asked.field, options: {} } }),
		],
		connections: { Start: to('Request'), Request: to('Split') },
		pinData: { Start: Array.from({ length: input }, () => ({ json: {} })) },
	};
}

/** Reads everybody, once for each input item; the time is that of both nodes, from the run data. */
export async function runOwn(from: Awaited<ReturnType<typeof builtPackage>>) {
	const nodeTypes = await ownNodes();
	return async (directory: Directory, input = 1) => {
		const run = await runWorkflow({
			workflow: workflowFor(directory, input),
			credentials: { [credentialType(directory)]: directory.credentials },
			from,
			nodeTypes,
		});
		if (run.error) throw run.error;
		const time = (name: string) => run.task(name)?.executionTime ?? Number.NaN;
		return { ms: time('Request') + time('Split'), users: run.json('Split') };
	};
}

/** n8n's HTTP Request node with its pagination and the credential of this package, then Split Out. */
export const httpRequest: Contestant = async () => await runOwn(await builtPackage());
