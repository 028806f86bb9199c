import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import * as project from '../../package.json';
import { projectFolder } from '../harness/nodePackage';
import { credentialTypeOf, folderOf, providerNames, titleOf } from '../harness/providers';
import { packTarball, packTarballOf, run, type Tarball } from '../package/tarball';

interface Manifest {
	name: string;
	version: string;
	repository: { url: string; directory: string };
	n8n: { strict: boolean; nodes: string[]; credentials: string[] };
}

const nameOf = (provider: string) => `n8n-nodes-${provider}-users`;
const sourceOf = (provider: string) => path.join(projectFolder, 'packages', nameOf(provider));
const classOf = (file: string) => path.basename(file).split('.')[0] ?? '';
const typeOf = (file: string) => classOf(file).replace(/^./, (first) => first.toLowerCase());

const tarballs: Record<string, Tarball> = {};
let umbrella: Tarball;
beforeAll(async () => {
	umbrella = await packTarball();
	for (const provider of providerNames) {
		tarballs[provider] = await packTarballOf(sourceOf(provider));
	}
});
afterAll(() => {
	for (const tarball of [umbrella, ...Object.values(tarballs)]) tarball?.remove();
});

/** By provider, how many users the nodes of an unpacked tarball list, with the credentials of another one. */
async function counts(folder: string, ...credentials: string[]): Promise<object> {
	const tsx = path.join(projectFolder, 'node_modules/tsx/dist/cli.mjs');
	const program = path.join(projectFolder, 'test/package/listFromTarball.ts');
	const { stdout } = await run(process.execPath, [tsx, program, folder, ...credentials]);
	return JSON.parse(stdout) as object;
}

it('there is a package for each provider, and no other', () => {
	const folders = readdirSync(path.join(projectFolder, 'packages')).sort();
	expect(folders).toEqual(providerNames.map(nameOf).sort());
});

describe('a provider that lacks', () => {
	let copy: string;
	beforeEach(() => {
		copy = mkdtempSync(path.join(os.tmpdir(), 'user-directory-incomplete-'));
		for (const name of ['credentials', 'icons', 'nodes', 'docs', 'README.md', 'LICENSE.md']) {
			cpSync(path.join(projectFolder, name), path.join(copy, name), { recursive: true });
		}
		const modules = path.join(projectFolder, 'node_modules');
		symlinkSync(modules, path.join(copy, 'node_modules'), 'junction');
	});
	afterEach(() => rmSync(copy, { recursive: true, force: true }));

	const write = async () => {
		const gulp = JSON.stringify(path.join(projectFolder, 'gulp/packages.js'));
		await run(process.execPath, ['-e', `require(${gulp}).writePackages()`], { cwd: copy });
	};

	it('an icon is named', async () => {
		rmSync(path.join(copy, 'icons/autocalls.dark.svg'));
		await expect(write()).rejects.toThrow('Autocalls has no icon: icons/autocalls.dark.svg.');
	});

	it.each([
		['a part of the README', 'README.md', /^\| Autocalls \| none.*\n/m, 'README.md › Limits'],
		['its filters', 'docs/filters.md', /^\| Autocalls \| Search.*\n/m, 'docs/filters.md'],
	])('%s is named', async (_what, name, row, where) => {
		const file = path.join(copy, name);
		const text = readFileSync(file, 'utf8');
		writeFileSync(file, text.replace(row, ''));
		await expect(write()).rejects.toThrow(`${where} has no row for Autocalls.`);
	});
});

describe.each(providerNames)('the package of %s alone', (provider) => {
	const name = nameOf(provider);
	const inPackage = (...parts: string[]) => path.join(tarballs[provider]?.folder ?? '', ...parts);
	const read = (file: string) => readFileSync(inPackage(file), 'utf8');
	const manifest = () => JSON.parse(read('package.json')) as Manifest;
	const files = () => tarballs[provider]?.files ?? [];

	it('holds its provider and the shared code, and nothing else', () => {
		const folders = files().map((file) => file.split('/').slice(0, 3).join('/'));
		const own = path.basename(folderOf(provider));
		const nodes = [...new Set(folders)].filter((folder) => folder.startsWith('dist/nodes/'));
		expect(nodes.sort()).toEqual([`dist/nodes/${own}`, 'dist/nodes/shared']);
		const top = new Set(files().map((file) => file.split('/')[0]));
		expect([...top].sort()).toEqual(['LICENSE.md', 'README.md', 'dist', 'package.json']);
		const icons = files().filter((file) => file.startsWith('dist/icons/'));
		expect(icons.sort()).toEqual([`dist/icons/${provider}.dark.svg`, `dist/icons/${provider}.svg`]);
		expect(files().filter((file) => /test|sandbox|\.ts$|\.map$/.test(file))).toEqual([]);
	});

	it('says what n8n and npm ask for', () => {
		expect(manifest()).toMatchObject({
			name,
			version: project.version,
			license: project.license,
			repository: { url: project.repository.url, directory: `packages/${name}` },
			n8n: { strict: true },
			peerDependencies: { 'n8n-workflow': '*' },
		});
		expect(manifest()).not.toHaveProperty('dependencies');
		expect(manifest()).not.toHaveProperty('optionalDependencies');
	});

	it('requires n8n-workflow, crypto and its own files only', () => {
		const required = files()
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [...read(file).matchAll(/\b(?:require|import)\(\s*["'`](.*?)["'`]/g)])
			.map(([, module = '']) => module);
		const foreign = required.filter((module) => !/^\.\.?\//.test(module));
		expect([...new Set(foreign)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});

	it("loads with n8n's loader, each node with codex, icons and its credentials", async () => {
		const loader = new PackageDirectoryLoader(inPackage());
		await loader.loadAll();
		expect(loader.packageName).toBe(name);
		expect(Object.keys(loader.nodeTypes).sort()).toEqual([provider, `${provider}Trigger`]);
		const credentials = manifest().n8n.credentials.map(typeOf).sort();
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(credentials);
		expect(credentials).toContain(credentialTypeOf(provider));
		for (const type of Object.keys(loader.nodeTypes)) {
			const { description } = NodeHelpers.getVersionedNodeType(loader.getNode(type).type);
			expect(description.codex?.alias?.length).toBeGreaterThan(0);
			const icons = Object.values(description.iconUrl as object).map((url: string) =>
				inPackage(url.replace(`icons/${name}/`, '')),
			);
			expect(icons.map((icon) => existsSync(icon))).toEqual([true, true]);
			const asked = description.credentials?.map((credential) => credential.name);
			expect(asked?.sort()).toEqual(credentials);
		}
	});

	it('names its own nodes in what the node panel knows of them', () => {
		const codices = files().filter((file) => file.endsWith('.node.json'));
		const named = codices.map((file) => (JSON.parse(read(file)) as { node: string }).node);
		expect(named.sort()).toEqual([`${name}.${provider}`, `${name}.${provider}Trigger`]);
	});

	it('finds all it needs where nothing but n8n is installed, and lists its users', async () => {
		expect(await counts(inPackage())).toEqual({ [provider]: 120 });
	});

	it('runs with the credentials of the package for all providers, and that one with its', async () => {
		expect(await counts(inPackage(), umbrella.folder)).toEqual({ [provider]: 120 });
		expect(await counts(umbrella.folder, inPackage())).toEqual(
			Object.fromEntries(providerNames.map((each) => [each, 120])),
		);
	});

	it("passes n8n's scanner, without a reason to warn", async () => {
		const scan = path.join(projectFolder, 'test/package/scan.mjs');
		const { stdout } = await run(process.execPath, [scan, sourceOf(provider), inPackage()]);
		const { source, tarball } = JSON.parse(stdout);
		expect([...source.messages, ...tarball.messages]).toEqual([]);
		expect(source.result).toEqual({ passed: true });
		expect(tarball.result).toEqual({ passed: true });
		expect(source.files).toBeGreaterThan(20);
		expect(tarball.files).toBeGreaterThan(10);
	});

	describe('its README', () => {
		const others = () => providerNames.filter((other) => other !== provider).map(titleOf);

		it('is short, and says how to install, connect and start with it', () => {
			const text = read('README.md');
			expect(text.split('\n').length).toBeLessThanOrEqual(110);
			expect(text).toContain(`enter \`${name}\``);
			for (const heading of [
				'Install',
				'Credentials',
				'A first workflow',
				'Operations',
				'Triggers',
			]) {
				expect(text).toContain(`\n## ${heading}\n`);
			}
			expect(text).toContain(`*${titleOf(provider)} Trigger* starts a workflow`);
		});

		it('links nowhere within the repository, which npm does not show', () => {
			const links = [...read('README.md').matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
			expect(links.filter((link) => !link?.startsWith('https://'))).toEqual([]);
		});

		it('speaks of no other provider', () => {
			const words = read('README.md').replace(/\(https:[^)]*\)/g, '');
			expect(others().filter((title) => words.includes(title))).toEqual([]);
		});
	});
});
