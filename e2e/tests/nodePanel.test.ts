import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { packageName, providers } from '../harness/package';
import { e2eFolder } from '../harness/folders';
import type { N8nRest } from '../harness/rest';
import { iconsOf } from './icons';
import { sharedN8n } from './sharedN8n';

let rest: N8nRest;
let nodes: INodeTypeDescription[];
let credentials: ICredentialType[];

beforeAll(async () => {
	rest = sharedN8n.rest();
	nodes = await rest.nodeTypes();
	credentials = await rest.credentialTypes();
});

it('n8n is the very version that its recipe names', async () => {
	const recipe = path.join(e2eFolder, 'install', 'n8n', 'package.json');
	const { dependencies } = JSON.parse(readFileSync(recipe, 'utf8')) as {
		dependencies: { n8n: string };
	};
	const settings = await rest.call<{ versionCli: string }>('GET', '/rest/settings');
	expect(settings.versionCli).toBe(dependencies.n8n);
});

const node = (name: string) => {
	const found = nodes.filter((one) => one.name === `${packageName}.${name}`);
	expect(found).toHaveLength(1);
	return found[0] as INodeTypeDescription;
};

describe.each(providers)('%s in the node panel', (provider) => {
	it('is there once, with two icons, and found by its aliases', async () => {
		const { codex, displayName, ...described } = node(provider);
		expect(codex?.categories).toContain('Communication');
		expect(codex?.alias).toContain('User Directory');
		expect(codex?.resources?.primaryDocumentation?.[0]?.url).toMatch(/^https:/);
		expect(displayName.toLowerCase()).toBe(provider);
		const [light, dark] = await iconsOf(rest, described);
		expect(light).toContain('<svg');
		expect(dark).not.toBe(light);
	});

	it('is there as a tool for agents', () => {
		const tool = node(`${provider}Tool`);
		expect(tool.outputs).toEqual(['ai_tool']);
		expect(tool.inputs).toEqual([]);
		expect(tool.codex?.categories).toContain('AI');
		const described = tool.properties.map(({ name }) => name);
		expect(described).toEqual(expect.arrayContaining(['toolDescription', 'operation']));
	});

	it('has its credential, with icons, and for this node', async () => {
		const found = credentials.filter(({ name }) => name === `${provider}Api`);
		expect(found).toHaveLength(1);
		const [credential] = found as [ICredentialType];
		expect(credential.supportedNodes).toContain(`${packageName}.${provider}`);
		expect(node(provider).credentials?.map(({ name }) => name)).toContain(`${provider}Api`);
		await iconsOf(rest, credential);
	});
});

describe('the node for all directories in the node panel', () => {
	const looked = [
		...['people', 'employees', 'HR', 'roster', 'access review', 'offboarding', 'onboarding'],
		...['identity', 'merge', 'deduplicate'],
	];

	it('is there once, with two icons, and found by what people look for', async () => {
		const { codex, ...described } = node('userDirectory');
		const aliases = (codex?.alias ?? []).map((alias) => alias.toLowerCase());
		expect(aliases).toEqual(expect.arrayContaining(looked.map((word) => word.toLowerCase())));
		const [light, dark] = await iconsOf(rest, described);
		expect(dark).not.toBe(light);
	});

	it('is there as a tool for agents', () => {
		const tool = node('userDirectoryTool');
		expect(tool.outputs).toEqual(['ai_tool']);
		expect(tool.inputs).toEqual([]);
	});

	it('has the credential of each directory', () => {
		const types = providers.map((name) => `${name}Api`);
		const asked = node('userDirectory').credentials?.map(({ name }) => name);
		expect(asked).toEqual(expect.arrayContaining(types));
	});
});

it('Quo is found by its former name', () => {
	expect(node('quo').codex?.alias).toContain('OpenPhone');
});

it('nothing else comes with the package than what is tested here', () => {
	const own = nodes.filter(({ name }) => name.startsWith(`${packageName}.`));
	const plain = own.map(({ name }) => name.slice(packageName.length + 1));
	const triggers = providers.map((name) => `${name}Trigger`);
	expect(plain.filter((name) => !/(Tool|HitlTool)$/.test(name)).sort()).toEqual(
		[...providers, ...triggers, 'userDirectory'].sort(),
	);
});
