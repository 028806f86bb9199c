import type { IDataObject, IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { builtPackage, runWorkflow } from '../../test/harness';
import type { Directory } from '../directory';
import { providers } from '../providers';
import type { Requests } from '../providers/provider';
import type { Implementation } from './implementation';
import { concurrentPages } from './pages';

const type = 'bench.helper';

const description: INodeTypeDescription = {
	displayName: 'Helper',
	name: type,
	group: ['input'],
	version: 1,
	description: "n8n's HTTP helper and nothing else",
	defaults: { name: 'Helper' },
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
};

/** A node that reads the whole list with n8n's helper, several pages at once where the API allows. */
const nodeFor = (requests: Requests): INodeType => ({
	description,
	async execute(this: IExecuteFunctions) {
		const { method, headers } = requests;
		const get = async (url: string) =>
			(await this.helpers.httpRequest({ method, url, headers, json: true })) as never;
		const users = (await concurrentPages(requests, get)) as IDataObject[];
		return [users.map((json) => ({ json, pairedItem: { item: 0 } }))];
	},
});

const workflow = {
	nodes: [
		...['Start', 'Read'].map((name) => ({
			id: name,
			name,
			type: name === 'Start' ? 'n8n-nodes-base.manualTrigger' : type,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		})),
	],
	connections: { Start: { main: [[{ node: 'Read', type: 'main' as const, index: 0 }]] } },
	pinData: { Start: [{ json: {} }] },
};

/**
 * The least that a node needs: n8n's helper sends the requests, with a new connection for each.
 * Nothing is checked, and the token is signed beforehand.
 */
export const helper: Implementation = async () => {
	const from = await builtPackage();
	return async (directory: Directory) => {
		const node = nodeFor(await providers[directory.provider].requests(directory));
		const run = await runWorkflow({ workflow, from, nodeTypes: { [type]: node } });
		if (run.error) throw run.error;
		return { ms: run.task('Read')?.executionTime ?? Number.NaN, users: run.json('Read') };
	};
};
