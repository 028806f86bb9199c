import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BadInput } from '../../scripts/start/options';
import { runOwnWorkflow } from '../../scripts/start/ownWorkflow';
import { startQuo, type QuoSandbox } from '../../sandbox';
import { sourcePackage } from '../harness';

let folder: string;
let quo: QuoSandbox;
let printed: string;

beforeAll(async () => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'own-workflow-'));
	quo = await startQuo({ users: 3 });
});
afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await quo?.close();
});
beforeEach(() => {
	quo.reset();
	printed = '';
	const print = (text: unknown) => void (printed += `${String(text)}\n`);
	jest.spyOn(console, 'log').mockImplementation(print);
	jest.spyOn(console, 'error').mockImplementation(print);
});
afterEach(() => jest.restoreAllMocks());

const trigger = {
	id: '1',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const list = {
	id: '2',
	name: 'People',
	type: 'n8n-nodes-user-directory.quo',
	typeVersion: 1,
	position: [0, 0],
	parameters: { resource: 'user', operation: 'getAll', returnAll: true },
	credentials: { quoApi: { id: '7', name: 'Our Quo' } },
};
const connections = { Start: { main: [[{ node: 'People', type: 'main', index: 0 }]] } };
const workflow = (node: object = list) => ({ nodes: [trigger, node], connections });

function write(name: string, content: unknown): string {
	const file = path.join(folder, name);
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

const run = async (content: unknown, credentials: unknown = {}) =>
	await runOwnWorkflow(
		{
			workflow: write('workflow.json', content),
			credentials: write('credentials.json', credentials),
		},
		sourcePackage(),
	);

describe('a workflow of the user', () => {
	it.each(['quoApi', 'Our Quo', '7'])('finds its credential by %s', async (key) => {
		await expect(run(workflow(), { [key]: quo.credentials })).resolves.toBe(true);
		expect(printed).toContain('People · 3 items');
	});

	it('may lack credentials in the file, and call the node as a custom folder does', async () => {
		const { credentials, ...bare } = { ...list, type: 'CUSTOM.quo' };
		await expect(run(workflow(bare), { quoApi: quo.credentials })).resolves.toBe(true);
	});

	it("prints the provider's own words where a node fails", async () => {
		await expect(run(workflow(), { quoApi: quo.wrongCredentials })).resolves.toBe(false);
		expect(printed).toMatch(/"People" stopped: .*Quo/);
		expect(printed).not.toContain(String(quo.wrongCredentials.apiKey));
	});

	it('passes a disabled node through, whatever it is', async () => {
		const disabled = { ...list, type: 'n8n-nodes-base.slack', disabled: true };
		await expect(run(workflow(disabled))).resolves.toBe(true);
	});

	it.each<[string, unknown, unknown, string]>([
		['no JSON', '{', {}, 'is not valid JSON'],
		['no object', '[]', {}, 'holds no JSON object'],
		['no workflow', { nodes: [{}] }, {}, 'is no n8n workflow'],
		[
			'a node that only n8n has',
			workflow({ ...list, type: 'n8n-nodes-base.slack' }),
			{},
			"can't run n8n-nodes-base.slack",
		],
		['nothing to start from', { nodes: [list], connections: {} }, {}, 'no Manual Trigger'],
		['no credential', workflow(), {}, 'The node "People" needs "quoApi"'],
		[
			'a credential that is no object',
			workflow(),
			{ quoApi: 'key' },
			'"quoApi" has to be an object',
		],
		[
			'a misspelt field',
			workflow(),
			{ quoApi: { apikey: 'x' } },
			'"quoApi" has no field "apikey"; it has apiKey, baseUrl',
		],
	])('with %s gets a sentence', async (_, content, credentials, sentence) => {
		const failure = await run(content, credentials).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(BadInput);
		expect((failure as BadInput).message).toContain(sentence);
		expect(quo.log).toEqual([]);
	});

	it("doesn't show what stands in a broken credentials file", async () => {
		const broken = '{\n  "quoApi": { "apiKey": sesame-open }\n}';
		const failure = await run(workflow(), broken).catch((error: unknown) => error);
		expect((failure as BadInput).message).toMatch(/credentials\.json is not valid JSON/);
		expect((failure as BadInput).message).not.toContain('sesame');
	});

	it('that is not there gets a sentence', async () => {
		const workflowFile = path.join(folder, 'nowhere.json');
		await expect(runOwnWorkflow({ workflow: workflowFile }, sourcePackage())).rejects.toThrow(
			new BadInput(`There is no workflow file ${workflowFile}.`),
		);
	});
});
