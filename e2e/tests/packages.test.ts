import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import type { ProviderName } from '../../sandbox';
import { credentialOf } from '../harness/credentials';
import { projectFolder } from '../harness/folders';
import { startN8n, type N8n } from '../harness/n8n';
import {
	folderOfPackage,
	packageName,
	packageOf,
	providers,
	writePackages,
} from '../harness/package';
import { signedIn } from '../harness/rest';
import { workflowOf, type NodeSketch } from '../harness/workflow';
import { Fixture } from './fixture';
import { iconsOf } from './icons';
import { ann, giveAddress, peopleNode } from './people';
import { providerTests, stateOf } from './providerTests';
import { Watched } from './triggers/watched';
import { by } from './values';

/** An n8n with these packages, and with credentials for these providers. */
function fixtureWith(packages: string[], names = providers): Fixture {
	let n8n: N8n | undefined;
	const start = async () => {
		n8n = await startN8n({ packages });
		return (await signedIn(n8n)).rest;
	};
	const fixture = new Fixture({ users: 60 }, start, names);
	afterAll(async () => await n8n?.end());
	return fixture;
}

/** Nodes, triggers and tools that came with that package, without its name. */
const typesOf = (all: INodeTypeDescription[], name: string) =>
	all.filter((type) => type.name.startsWith(`${name}.`));

/** Those for a human's approval are n8n's own, made of the tools. */
const namesOf = (types: INodeTypeDescription[]) =>
	types.map(({ name }) => name.replace(/^.*\./, '')).filter((name) => !name.endsWith('HitlTool'));

const kindsOf = (provider: string) => [provider, `${provider}Tool`, `${provider}Trigger`];

async function expectShown(fixture: Fixture, types: INodeTypeDescription[]) {
	for (const type of types) {
		const [light, dark] = await iconsOf(fixture.rest, type);
		expect(light).toContain('<svg');
		expect(dark).not.toBe(light);
		const { categories, alias = [] } = type.codex ?? {};
		expect(categories).toContain(type.name.endsWith('Tool') ? 'AI' : 'Communication');
		expect(alias.length).toBeGreaterThan(0);
	}
}

const nodeOf = (fixture: Fixture, provider: ProviderName, from: string): NodeSketch => ({
	type: `${from}.${provider}`,
	name: `${provider} of ${from}`,
	credentials: fixture.credential(provider),
});

/** Everybody, read by the node of that package in a saved workflow. */
async function expectListed(fixture: Fixture, provider: ProviderName, from: string) {
	const { rest, sandboxes } = fixture;
	const test = providerTests[provider].operations['user.getAll'];
	const parameters = { resource: 'user', operation: 'getAll', ...test?.parameters(sandboxes) };
	const node = { ...nodeOf(fixture, provider, from), name: 'Node', parameters };
	const stored = await rest.run(workflowOf({ nodes: [node] }));
	expect(stored.error).toBeUndefined();
	expect(stored.status).toBe('success');
	expect(stored.json('Node')).toEqual(test?.expected(sandboxes, stateOf(sandboxes)[provider]));
	expect(stored.json('Node')).toHaveLength(60);
}

async function expectTested(fixture: Fixture, provider: ProviderName) {
	const { credentials, wrongCredentials } = fixture.sandboxes[provider];
	const tried = async (fields: object) =>
		await fixture.rest.testCredential(credentialOf(provider), fields);
	expect(await tried(credentials)).toMatchObject({ status: 'OK' });
	expect(await tried(wrongCredentials)).toEqual({
		status: 'Error',
		message: providerTests[provider].firstWorkflow.reason,
	});
}

const ours = ({ name }: ICredentialType) =>
	providers.some((provider) => name === credentialOf(provider) || name === `${provider}OAuth2Api`);

beforeAll(writePackages, 60_000);

describe('all packages, side by side', () => {
	const fixture = fixtureWith([projectFolder, ...providers.map(folderOfPackage)]);
	let nodes: INodeTypeDescription[];
	let credentials: ICredentialType[];
	beforeAll(async () => {
		nodes = await fixture.rest.nodeTypes();
		credentials = (await fixture.rest.credentialTypes()).filter(ours);
	});

	it('show the nodes of the package with all providers', async () => {
		const types = typesOf(nodes, packageName);
		const all = [...providers.flatMap(kindsOf), 'userDirectory', 'userDirectoryTool'];
		expect(namesOf(types).sort()).toEqual(all.sort());
		await expectShown(fixture, types);
	});

	it('show each credential with icons', async () => {
		const names = new Set(credentials.map(({ name }) => name));
		expect([...names].sort()).toEqual(
			[...providers.map(credentialOf), 'worksectionOAuth2Api'].sort(),
		);
		for (const credential of credentials) await iconsOf(fixture.rest, credential);
	});

	describe.each(providers)('that of %s', (provider) => {
		it('shows its nodes, and has its credential', async () => {
			const types = typesOf(nodes, packageOf(provider));
			expect(namesOf(types).sort()).toEqual(kindsOf(provider));
			await expectShown(fixture, types);
			const supported = credentials
				.filter(({ name }) => name === credentialOf(provider))
				.flatMap(({ supportedNodes = [] }) => supportedNodes);
			expect(supported).toEqual(
				expect.arrayContaining([
					`${packageOf(provider)}.${provider}`,
					`${packageName}.${provider}`,
				]),
			);
		});

		it('lists what the package with all providers lists, with the same credential', async () => {
			await expectListed(fixture, provider, packageOf(provider));
			await expectListed(fixture, provider, packageName);
			await expectTested(fixture, provider);
		});
	});

	it('run together in one workflow', async () => {
		giveAddress(fixture.sandboxes, ann);
		const email = '={{ $json.email }}';
		const quo = {
			...nodeOf(fixture, 'quo', packageOf('quo')),
			parameters: { operation: 'getAll', output: 'unified', filters: { email: ann } },
		};
		const worksection = {
			...nodeOf(fixture, 'worksection', packageOf('worksection')),
			parameters: { operation: 'get', user: by('email', email), output: 'unified' },
		};
		const people = peopleNode(fixture, { operation: 'get', email });
		const stored = await fixture.rest.run(workflowOf({ nodes: [quo, worksection, people] }));
		expect(stored.error).toBeUndefined();
		expect(stored.json(quo.name ?? '')).toMatchObject([{ provider: 'quo', email: ann }]);
		expect(stored.json(worksection.name ?? '')).toMatchObject([
			{ provider: 'worksection', email: ann },
		]);
		const directories = ['worksection', 'quo', 'autocalls', 'voximplant'];
		expect(stored.json('People')).toMatchObject([{ found: true, key: ann, directories }]);
	});
});

/** The one with a bundled module. */
const alone = 'voximplant';

describe('the package of one provider alone', () => {
	const fixture = fixtureWith([folderOfPackage(alone)], [alone]);

	it('shows its nodes and its credential, and nothing else of ours', async () => {
		const nodes = await fixture.rest.nodeTypes();
		const types = nodes.filter(
			({ name }) => name.startsWith('n8n-nodes-') && !name.startsWith('n8n-nodes-base.'),
		);
		expect(types.every(({ name }) => name.startsWith(`${packageOf(alone)}.`))).toBe(true);
		expect(namesOf(types).sort()).toEqual(kindsOf(alone));
		await expectShown(fixture, types);
		const credentials = (await fixture.rest.credentialTypes()).filter(ours);
		expect(credentials.map(({ name }) => name)).toEqual([credentialOf(alone)]);
	});

	it('has its credential tried, and lists everybody', async () => {
		await expectTested(fixture, alone);
		await expectListed(fixture, alone, packageOf(alone));
	});

	it('tells what happened', async () => {
		const watched = new Watched(fixture, alone, packageOf(alone));
		await watched.activate();
		watched.change();
		await watched.expectTold();
	});
});
