import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import { providerNames } from '../../sandbox';
import { packageName, projectFolder } from '../harness';
import { packTarball, run, type Tarball } from './tarball';

jest.setTimeout(120_000);

let tarball: Tarball;
beforeAll(async () => (tarball = await packTarball()));
afterAll(() => tarball.remove());

const inPackage = (...parts: string[]) => path.join(tarball.folder, ...parts);
const read = (file: string) => readFileSync(file, 'utf8');
const manifest = () => JSON.parse(read(inPackage('package.json'))) as Record<string, unknown>;

/** The files that the manifest names, as `dist/nodes/Quo/Quo.node.js`. */
const listed = (kind: 'nodes' | 'credentials') =>
	(manifest().n8n as Record<string, string[]>)[kind] ?? [];
const classOf = (file: string) => path.basename(file).split('.')[0] ?? '';
const typeOf = (file: string) => classOf(file).replace(/^./, (first) => first.toLowerCase());

/** By name, from the sources: what gulp forgets or leaves over shows. */
function shippedFiles(): string[] {
	const sources = ['nodes', 'credentials', 'icons']
		.flatMap((folder) => filesIn(path.join(projectFolder, folder)))
		.map((file) => path.relative(projectFolder, file).split(path.sep).join('/'));
	const code = sources.filter((file) => /^(nodes|credentials)\/.*\.ts$/.test(file)).map(shippedIn);
	const data = sources.filter((file) =>
		/\.node\.json$|\/__schema__\/.*\.json$|^icons\/[^/]*\.svg$/.test(file),
	);
	return [
		...['LICENSE.md', 'README.md', 'index.js', 'package.json'],
		...new Set(code),
		'dist/nodes/Voximplant/jose.js',
		...data.map((file) => `dist/${file}`),
	];
}

/** A node and a credential are a file of their own; so is the rest of a provider, and each layer. */
function shippedIn(source: string): string {
	const file = source.replace(/\.ts$/, '');
	if (/\.(node|credentials)$/.test(file)) return `dist/${file}.js`;
	const [, folder = '', part = ''] = file.split('/');
	const name = folder === 'shared' ? part : folder.replace(/^./, (first) => first.toLowerCase());
	return `dist/nodes/${folder}/${name}.js`;
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const full = path.join(folder, entry.name);
		return entry.isDirectory() ? filesIn(full) : [full];
	});
}

describe('the tarball', () => {
	it('holds what the sources make, and nothing else', () => {
		expect([...tarball.files].sort()).toEqual(shippedFiles().sort());
		expect(tarball.files.filter((file) => /test|sandbox|\.ts$|\.map$/.test(file))).toEqual([]);
	});

	it('is small, and few files that n8n has to load', () => {
		const sizes = filesIn(inPackage('dist')).map((file) => statSync(file).size);
		const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
		expect(kilobytes).toBeLessThan(600);
		expect(tarball.files.filter((file) => file.endsWith('.js')).length).toBeLessThan(50);
	});

	it('requires n8n-workflow, crypto and its own files only', () => {
		const required = filesIn(inPackage('dist'))
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [...read(file).matchAll(/\b(?:require|import)\(\s*([^)]*?)\s*\)/g)])
			.map(([, argument = '']) => argument.replace(/^["'`]|["'`]$/g, ''));
		const foreign = required.filter((name) => !/^\.\.?\//.test(name));
		expect([...new Set(foreign)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});

	it('has no dependencies, and asks for n8n-workflow as n8n wants it', () => {
		expect(manifest()).not.toHaveProperty('dependencies');
		expect(manifest()).not.toHaveProperty('optionalDependencies');
		expect(manifest().peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest().keywords).toContain('n8n-community-node-package');
	});

	it('gives its classes to require()', () => {
		const exported = createRequire(inPackage('index.js'))(tarball.folder) as object;
		const classes = [...listed('nodes'), ...listed('credentials')].map(classOf);
		expect(classes.length).toBeGreaterThan(7);
		expect(Object.keys(exported)).toEqual(expect.arrayContaining(classes));
	});

	it("carries jose's licence beside jose's code", () => {
		expect(read(inPackage('dist/nodes/Voximplant/jose.js'))).toContain('Filip Skokan');
	});

	it("lists every provider's users where nothing but n8n is installed", async () => {
		const tsx = path.join(projectFolder, 'node_modules/tsx/dist/cli.mjs');
		const program = path.join(__dirname, 'listFromTarball.ts');
		const { stdout } = await run(process.execPath, [tsx, program, tarball.folder]);
		const counts = JSON.parse(stdout) as object;
		expect(Object.keys(counts)).toEqual([...providerNames]);
		expect(new Set(Object.values(counts))).toEqual(new Set([120]));
	});
});

describe("n8n's scanner", () => {
	it('finds no fault and no reason to warn, in the sources and in the tarball', async () => {
		const scan = path.join(__dirname, 'scan.mjs');
		const { stdout } = await run(process.execPath, [scan, projectFolder, tarball.folder]);
		const { source, tarball: shipped } = JSON.parse(stdout);
		expect([...source.messages, ...shipped.messages]).toEqual([]);
		expect(source.result).toEqual({ passed: true });
		expect(shipped.result).toEqual({ passed: true });
		expect(source.files).toBeGreaterThan(20);
		expect(shipped.files).toBeGreaterThan(20);
	});
});

describe("n8n's loader", () => {
	let loader: PackageDirectoryLoader;
	beforeAll(async () => {
		loader = new PackageDirectoryLoader(tarball.folder);
		await loader.loadAll();
	});

	it('finds the nodes and credentials that the manifest names', () => {
		expect(Object.keys(loader.nodeTypes).sort()).toEqual(listed('nodes').map(typeOf).sort());
		const credentials = listed('credentials').map(typeOf).sort();
		expect(Object.keys(loader.credentialTypes).sort()).toEqual(credentials);
		expect(loader.packageName).toBe(packageName);
	});

	it('loads each node with codex, icons, its credentials, and as a tool', () => {
		for (const type of Object.keys(loader.nodeTypes)) {
			const { description } = NodeHelpers.getVersionedNodeType(loader.getNode(type).type);
			expect(description.codex?.categories).toContain('Communication');
			expect(description.codex?.alias?.length).toBeGreaterThan(0);
			// n8n allows no trigger as a tool
			expect(description.usableAsTool === true).toBe(description.polling !== true);
			expect(iconsOf({ ...description })).toHaveLength(2);
			expect(iconsOf({ ...description }).filter((icon) => !existsSync(icon))).toEqual([]);
			for (const { name } of description.credentials ?? []) {
				expect(loader.getCredential(name).type.supportedNodes).toContain(type);
			}
		}
	});

	it('loads each credential with icons, and with how it signs', () => {
		for (const name of Object.keys(loader.credentialTypes)) {
			const { type } = loader.getCredential(name);
			expect(Object.keys(loader.nodeTypes)).toEqual(
				expect.arrayContaining(type.supportedNodes ?? []),
			);
			expect(type.supportedNodes?.length).toBeGreaterThan(0);
			// n8n itself signs with an OAuth2 token.
			expect(type.authenticate ?? type.extends).toBeDefined();
			expect(iconsOf({ ...type }).filter((icon) => !existsSync(icon))).toEqual([]);
		}
	});

	it('finds Quo by its former name', () => {
		const { codex } = NodeHelpers.getVersionedNodeType(loader.getNode('quo').type).description;
		expect(codex?.alias).toContain('OpenPhone');
	});

	/** `icons/<package>/dist/icons/quo.svg`, as n8n serves it. */
	const iconsOf = ({ iconUrl }: Record<string, unknown>) =>
		Object.values(iconUrl as object).map((url: string) =>
			inPackage(url.replace(`icons/${packageName}/`, '')),
		);
});

describe('the lock file', () => {
	const { packages } = JSON.parse(read(path.join(projectFolder, 'package-lock.json'))) as {
		packages: Record<string, { optionalDependencies?: Record<string, string> }>;
	};

	it('knows the binaries of every platform, so that npm ci works on each', () => {
		const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
			Object.keys(optionalDependencies),
		);
		const there = new Set(Object.keys(packages).map((where) => where.split('node_modules/').pop()));
		expect(wanted.filter((name) => !there.has(name))).toEqual([]);
	});

	it('names no registry, so that everybody installs from their own', () => {
		expect(read(path.join(projectFolder, 'package-lock.json'))).not.toMatch(
			/"resolved"|https?:\/\/\S*registry/,
		);
	});
});
