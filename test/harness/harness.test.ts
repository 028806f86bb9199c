import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runNode, runWorkflow, startNode, testCredential, viaHttpRequest } from '.';
import { Planets, PlanetsApi } from './planets';

const node = new Planets();
const credentialTypes = [new PlanetsApi()];
let server: Server;
let baseUrl: string;
let requests: string[];

beforeAll(async () => {
	server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url} ${String(request.headers['x-key'])}`);
		const known = request.headers['x-key'] === 'sesame';
		response.writeHead(request.url === '/planets/none' ? 404 : 200, {
			'content-type': 'application/json',
		});
		response.end(JSON.stringify(known ? { planet: request.url } : { fault: 'key' }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => (requests = []));

const credentials = () => ({ planetsApi: { key: '={{ "ses" + "ame" }}', baseUrl } });

describe('runNode', () => {
	it('resolves expressions per item, authenticates, pairs items and passes hints on', async () => {
		const run = await runNode({
			node,
			credentialTypes,
			credentials: credentials(),
			parameters: { planet: '={{ $json.name.toLowerCase() }}' },
			input: [{ name: 'Mars' }, { name: 'Venus' }],
		});
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([{ planet: '/planets/mars' }, { planet: '/planets/venus' }]);
		expect(run.items.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(run.messages).toEqual(['2 planets']);
		expect(requests).toEqual(['GET /planets/mars sesame', 'GET /planets/venus sesame']);
	});

	it("stops with the node's error and its item index", async () => {
		const run = await runNode({
			node,
			credentialTypes,
			credentials: credentials(),
			parameters: { planet: '={{ $json.name }}' },
			input: [{ name: 'mars' }, { name: 'none' }],
		});
		expect(run.error).toMatchObject({ httpCode: '404', context: { itemIndex: 1 } });
		expect(run.items).toEqual([]);
	});

	it('continues on the regular output, and on the error output', async () => {
		const options = {
			node,
			credentialTypes,
			credentials: credentials(),
			parameters: { planet: '={{ $json.name }}' },
			input: [{ name: 'pluto' }, { name: 'mars' }],
		};
		const regular = await runNode({ ...options, onError: 'continueRegularOutput' });
		expect(regular.json).toEqual([{ error: 'Not a planet' }, { planet: '/planets/mars' }]);
		const separate = await runNode({ ...options, onError: 'continueErrorOutput' });
		expect(separate.json).toEqual([{ planet: '/planets/mars' }]);
		expect(separate.errorItems.map((item) => item.json)).toEqual([
			{ name: 'pluto', error: 'Not a planet' },
		]);
	});

	it('tries again where the node is set to', async () => {
		const run = await runNode({
			node,
			credentialTypes,
			credentials: credentials(),
			parameters: { planet: 'none' },
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect(run.error).toMatchObject({ httpCode: '404' });
		expect(requests).toHaveLength(2);
	});

	it('refuses a node without its credential or a required parameter, as n8n does', async () => {
		const parameters = { planet: 'mars' };
		const without = await runNode({ node, credentialTypes, parameters });
		expect(without.error?.message).toBe('Node does not have any credentials set');
		const empty = { node, credentialTypes, credentials: credentials(), parameters: { planet: '' } };
		expect((await runNode(empty)).error?.message).toContain('Parameter "Planet" is required');
		expect(requests).toEqual([]);
	});

	it('is stopped by cancelling', async () => {
		const { cancel, finished } = startNode({
			node,
			credentialTypes,
			credentials: credentials(),
			parameters: { planet: 'mars', wait: true },
		});
		setTimeout(cancel, 50);
		const started = Date.now();
		const run = await finished;
		expect(Date.now() - started).toBeLessThan(5000);
		expect(run.items).toEqual([]);
		expect(requests).toEqual([]);
	});
});

describe('runWorkflow', () => {
	it('runs a chain of nodes, with pairing across them', async () => {
		const connect = (name: string) => ({
			main: [[{ node: name, type: 'main' as const, index: 0 }]],
		});
		const at: [number, number] = [0, 0];
		const assignments = (name: string, value: string) => ({
			assignments: { assignments: [{ id: name, name, value, type: 'string' }] },
		});
		const run = await runWorkflow({
			credentialTypes,
			nodeTypes: { 'made-up.planets': node },
			credentials: { 'Our planets': { key: 'sesame', baseUrl } },
			workflow: {
				nodes: [
					{
						id: '1',
						name: 'Start',
						type: 'n8n-nodes-base.manualTrigger',
						typeVersion: 1,
						position: at,
						parameters: {},
					},
					{
						id: '2',
						name: 'Choose',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						position: at,
						parameters: assignments('wanted.name', 'saturn'),
					},
					{
						id: '3',
						name: 'Planets',
						type: 'made-up.planets',
						typeVersion: 1,
						position: at,
						parameters: { planet: '={{ $json.wanted.name }}' },
						credentials: { planetsApi: { id: '77', name: 'Our planets' } },
					},
					{
						id: '4',
						name: 'Say',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						position: at,
						parameters: assignments(
							'text',
							"={{ $('Choose').item.json.wanted.name }}: {{ $json.planet }}",
						),
					},
				],
				connections: {
					Start: connect('Choose'),
					Choose: connect('Planets'),
					Planets: connect('Say'),
				},
			},
		});
		expect(run.error).toBeUndefined();
		expect(run.json('Say')).toEqual([{ text: 'saturn: /planets/saturn' }]);
		expect(run.credentialReadings).toBeGreaterThan(0);
	});
});

describe('testCredential', () => {
	it('tells a good key from a bad one, also inside HTTP 200', async () => {
		const good = await testCredential(
			'planetsApi',
			{ key: 'sesame', baseUrl },
			{ credentialTypes },
		);
		expect(good).toEqual({ status: 'OK', message: 'Connection successful!' });
		const bad = await testCredential('planetsApi', { key: 'wrong', baseUrl }, { credentialTypes });
		expect(bad).toEqual({ status: 'Error', message: 'No.' });
		const nobody = { key: 'sesame', baseUrl: 'http://127.0.0.1:1' };
		const refused = await testCredential('planetsApi', nobody, { credentialTypes });
		expect(refused).toEqual({ status: 'Error', message: 'ECONNREFUSED' });
	});
});

describe('viaHttpRequest', () => {
	it.each(['request', 'httpRequest'] as const)(
		'authenticates through helpers.%s',
		async (helper) => {
			const answer = await viaHttpRequest({
				credentialType: 'planetsApi',
				credentialTypes,
				data: { key: 'sesame', baseUrl },
				url: `${baseUrl}/moons`,
				qs: { of: 'mars' },
				helper,
			});
			expect(answer).toEqual({ planet: '/moons?of=mars' });
			expect(requests).toEqual(['GET /moons?of=mars sesame']);
		},
	);
});
