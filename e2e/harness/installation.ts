import { existsSync, readdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { cached, cacheFolder, recipeDigest } from '../../scripts/cache.mjs';
import { npmScript, runStep } from './npm';
import { e2eFolder } from './places';

/** Something that npm installs by a lock file in e2e/install, once for all checkouts. */
export interface Recipe {
	/** A folder in e2e/install. */
	name: string;
	/** As people know it. */
	title: string;
	/** What the outcome depends on, besides the lock file and the platform. */
	dependsOn?: string;
	/** Fills the folder, in which the manifest and the lock lie already. `log` takes its output. */
	fill(folder: string, log: string): Promise<void>;
}

/** Where it lies, installing it first where it doesn't. A half-made installation is never used. */
export const installed = async (recipe: Recipe): Promise<string> =>
	await cached(`${recipe.name}-${fingerprint(recipe)}`, (folder) => install(recipe, folder));

const sourceOf = ({ name }: Recipe) => path.join(e2eFolder, 'install', name);
const platform = `${process.platform}-${process.arch}`;

function fingerprint(recipe: Recipe): string {
	return `${recipe.dependsOn ?? ''}${platform}-${recipeDigest(sourceOf(recipe))}`;
}

async function install(recipe: Recipe, folder: string): Promise<void> {
	const started = Date.now();
	const log = `${folder}.log`;
	rmSync(log, { force: true });
	for (const file of readdirSync(sourceOf(recipe))) {
		copyFileSync(path.join(sourceOf(recipe), file), path.join(folder, file));
	}
	console.log(`Installing ${recipe.title} into ${cacheFolder()} (once) …`);
	const sign = setInterval(() => {
		console.log(`  still installing ${recipe.title}: ${since(started)}, ${progress(folder)}`);
	}, 10_000);
	try {
		await recipe.fill(folder, log);
	} catch (error) {
		throw new Error(`${recipe.title} can't be installed. ${(error as Error).message}`, {
			cause: error,
		});
	} finally {
		clearInterval(sign);
		rmSync(log, { force: true });
	}
	console.log(`Installed ${recipe.title} in ${since(started)}.`);
}

export const since = (started: number) => `${((Date.now() - started) / 1000).toFixed(0)} s`;

function progress(folder: string): string {
	const modules = path.join(folder, 'node_modules');
	const wanted = existsSync(modules) ? readdirSync(modules) : [];
	const there = wanted.filter((name) => existsSync(path.join(modules, name, 'package.json')));
	return wanted.length === 0 ? 'resolving' : `${there.length} of ${wanted.length} top folders`;
}

/** A generation of n8n with the Node.js it needs, each by its folder in e2e/install. */
export interface Generation {
	n8n: string;
	node: string;
	/** Native modules that n8n can't do without. They are compiled for that Node.js. */
	compiled: string[];
	/** Modules of that n8n's own that are left out, as they take long to start. */
	disabledModules: string[];
}

export const current: Generation = {
	n8n: 'n8n',
	node: 'node24',
	compiled: ['sqlite3', 'isolated-vm'],
	disabledModules: [
		'mcp-registry',
		'instance-ai',
		'agents',
		'chat-hub',
		'insights',
		'agent-evals',
		'mcp',
	],
};

/** The oldest line that still gets fixes. */
export const oldest: Generation = {
	n8n: 'n8n1',
	node: 'node22',
	compiled: ['sqlite3'],
	disabledModules: ['insights'],
};

const nodePackage = (folder: string) => path.join(folder, 'node_modules', `node-${platform}`);
const nodeIn = (folder: string) => path.join(nodePackage(folder), 'bin', 'node');
const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];

const nodeRecipe = ({ node }: Generation): Recipe => ({
	name: node,
	title: `Node.js (e2e/install/${node})`,
	fill: async (cwd, log) => {
		const command = process.execPath;
		const args = [npmScript(), 'ci', '--ignore-scripts', ...quietly];
		await runStep({ command, args, cwd, env: process.env, log, removeIfCut: [cwd, log] });
		if (!existsSync(nodeIn(cwd))) {
			throw new Error(
				`npm brought none for ${platform}: its registry is out of reach, or e2e/install/${node} doesn't list that platform.`,
			);
		}
		await runStep({
			command: nodeIn(cwd),
			args: ['-v'],
			cwd,
			env: process.env,
			log,
			removeIfCut: [cwd, log],
		});
	},
});

function n8nRecipe({ n8n, compiled }: Generation, node: string): Recipe {
	const command = nodeIn(node);
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PATH: `${path.dirname(command)}${path.delimiter}${process.env.PATH}`,
		npm_config_nodedir: nodePackage(node),
	};
	return {
		name: n8n,
		title: `n8n (e2e/install/${n8n})`,
		dependsOn: `${path.basename(node).split('-').pop()?.slice(0, 8)}-`,
		fill: async (cwd, log) => {
			const run = (...args: string[]) =>
				runStep({ command, args, cwd, env, log, removeIfCut: [cwd, log] });
			await run(npmScript(), 'ci', '--ignore-scripts', ...quietly);
			console.log(`  compiling ${compiled.join(' and ')} …`);
			const rebuild = ['rebuild', '--ignore-scripts=false', '--foreground-scripts', ...compiled];
			await run(npmScript(), ...rebuild);
			await run('-e', compiled.map((name) => `require('${name}')`).join(';'));
		},
	};
}

export interface N8nInstallation {
	/** The Node.js that runs it. */
	node: string;
	/** What that Node.js runs: n8n's command line. */
	script: string;
	version: string;
}

/** n8n and the Node.js that it needs. The first time takes minutes, and says so as it goes. */
export async function n8nInstallation(generation = current): Promise<N8nInstallation> {
	const node = await installed(nodeRecipe(generation));
	const modules = path.join(await installed(n8nRecipe(generation, node)), 'node_modules');
	const manifest = path.join(modules, 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return { node: nodeIn(node), script: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}
