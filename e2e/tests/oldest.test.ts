import { credentialOf } from '../harness/credentials';
import { oldest } from '../harness/installation';
import { startN8n, type N8n } from '../harness/n8n';
import { signedIn } from '../harness/rest';
import { packageName, providers } from '../harness/package';
import { workflowOf, type NodeSketch } from '../harness/workflow';
import { testErrorItems } from './errorItems';
import { Fixture } from './fixture';
import { operationsOf } from './operationsOf';
import { ann, giveAddress, peopleNode } from './people';
import { Watched } from './triggers/watched';
import { operationTests, providerTests, stateOf } from './providerTests';

/** The package in n8n 1, the oldest line that still gets fixes. */

let n8n: Promise<N8n> | undefined;

const fixture = new Fixture({ users: 60 }, async () => {
	n8n = startN8n({ version: oldest });
	return (await signedIn(await n8n)).rest;
});

afterAll(async () => {
	const started = await n8n?.catch(() => undefined);
	await started?.end();
});

const nodeFor = (provider: string, parameters: NodeSketch['parameters']): NodeSketch => ({
	type: provider,
	name: 'Node',
	credentials: fixture.credential(provider),
	parameters: { resource: 'user', ...parameters },
});

it('is n8n 1', async () => {
	const settings = await fixture.rest.call<{ versionCli: string }>('GET', '/rest/settings');
	expect(settings.versionCli).toMatch(/^1\.\d+\.\d+$/);
});

it('shows all nodes and triggers with all their operations, for workflows and for agents', async () => {
	const types = await fixture.rest.nodeTypes();
	const own = types.filter(({ name }) => name.startsWith(`${packageName}.`));
	const names = own.map(({ name }) => name.slice(packageName.length + 1));
	const kinds = ['', 'Trigger', 'Tool'];
	const ofProviders = providers.flatMap((name) => kinds.map((kind) => `${name}${kind}`));
	const all = ['userDirectory', 'userDirectoryTool'];
	expect(names.sort()).toEqual([...ofProviders, ...all].sort());
	const plain = own.filter(({ name }) => !/(Tool|userDirectory)$/.test(name));
	expect(operationsOf(plain).sort()).toEqual(Object.keys(operationTests).sort());
});

describe.each(providers)('%s', (provider) => {
	it('has its credential tried, with the right key and with a wrong one', async () => {
		const { credentials, wrongCredentials } = fixture.sandboxes[provider];
		const tried = async (fields: object) =>
			await fixture.rest.testCredential(credentialOf(provider), fields);
		expect(await tried(credentials)).toMatchObject({ status: 'OK' });
		expect(await tried(wrongCredentials)).toMatchObject({ status: 'Error' });
	});

	it('lists everybody', async () => {
		const { sandboxes } = fixture;
		const test = providerTests[provider].operations['user.getAll'];
		const node = nodeFor(provider, { operation: 'getAll', ...test?.parameters(sandboxes) });
		const stored = await fixture.rest.run(workflowOf({ nodes: [node] }));
		expect(stored.error).toBeUndefined();
		expect(stored.status).toBe('success');
		expect(stored.json('Node')).toEqual(test?.expected(sandboxes, stateOf(sandboxes)[provider]));
	});

	it('gives unified users', async () => {
		const { application } = providerTests[provider];
		const parameters = { operation: 'getAll', limit: 3, output: 'unified', ...application };
		const stored = await fixture.rest.run(workflowOf({ nodes: [nodeFor(provider, parameters)] }));
		expect(stored.error).toBeUndefined();
		expect(stored.json('Node').map((user) => user.provider)).toEqual(Array(3).fill(provider));
	});
});

it('has a list to choose a user from', async () => {
	const [person] = fixture.sandboxes.quo.people.slice(-1);
	const found = await fixture.rest.choices({
		path: 'parameters.user',
		methodName: 'searchUsers',
		nodeTypeAndVersion: { name: `${packageName}.quo`, version: 1 },
		currentNodeParameters: { resource: 'user', operation: 'get' },
		credentials: fixture.credential('quo'),
		filter: person?.email ?? '',
	});
	expect(found).toMatchObject({ results: [{ value: person?.id }] });
});

it('compares a roster with two directories', async () => {
	giveAddress(fixture.sandboxes, ann);
	const parameters = { operation: 'compare', directories: ['quo', 'worksection'] };
	const items = [{ email: ann }, { email: 'new@example.com' }, { email: '' }];
	const node = peopleNode(fixture, parameters);
	const stored = await fixture.rest.run(workflowOf({ items, nodes: [node] }));
	expect(stored.error).toBeUndefined();
	const counts = [0, 1, 2, 3].map((output) => stored.json('People', output).length);
	expect(counts).toEqual([2, 2, 2 * 59, 1]);
});

it.each(['quo', 'worksection'] as const)(
	'tells what happened in %s, once',
	async (provider) => {
		const watched = new Watched(fixture, provider);
		await watched.activate();
		watched.change();
		await watched.expectTold();
		await watched.deactivate();
		watched.change();
		await fixture.rest.activate(watched.id);
		await watched.expectTold();
		await watched.deactivate();
	},
	120_000,
);

describe('an item that failed', () => testErrorItems(fixture));
