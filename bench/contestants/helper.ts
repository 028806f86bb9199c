import type { IDataObject, IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { builtPackage, runWorkflow } from '../../test/harness';
import type { Directory } from '../providers';
import { askingFor, sideBySide, type Asking } from './byHand';
import type { Contestant } from './contestant';
import { WIDTH } from './fetch';

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

/** A node that has n8n's helper read everybody, pages side by side where the API allows. */
const nodeFor = (asking: Asking): INodeType => ({
	description,
	async execute(this: IExecuteFunctions) {
		const { method, headers } = asking;
		const get = async (url: string) =>
			(await this.helpers.httpRequest({ method, url, headers, json: true })) as never;
		const users = (await sideBySide(asking, get, WIDTH)) as IDataObject[];
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
 * What a node that keeps to n8n's rules can't do without: n8n's helper does the HTTP, with a new
 * connection for each request. Nothing is checked, and the token is signed beforehand.
 */
export const helper: Contestant = async () => {
	const from = await builtPackage();
	return async (directory: Directory) => {
		const node = nodeFor(await askingFor(directory));
		const run = await runWorkflow({ workflow, from, nodeTypes: { [type]: node } });
		if (run.error) throw run.error;
		return { ms: run.task('Read')?.executionTime ?? Number.NaN, users: run.json('Read') };
	};
};
