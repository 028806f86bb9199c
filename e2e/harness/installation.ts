import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	copyFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { digestOf } from '../../scripts/digest.mjs';
import { alone } from '../../scripts/lock.mjs';
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

const cache = path.join(
	process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
	'n8n-nodes-user-directory',
);

/** Where it lies, installing it first where it doesn't. A half-made installation is never used. */
export async function installed(recipe: Recipe): Promise<string> {
	const target = path.join(cache, `${recipe.name}-${fingerprint(recipe)}`);
	if (existsSync(target)) return target;
	mkdirSync(cache, { recursive: true });
	return await alone(`${target}.lock`, async () => {
		if (!existsSync(target)) await install(recipe, target);
		return target;
	});
}

const sourceOf = ({ name }: Recipe) => path.join(e2eFolder, 'install', name);
const platform = `${process.platform}-${process.arch}`;

function fingerprint(recipe: Recipe): string {
	const files = digestOf(sourceOf(recipe), ['package.json', 'package-lock.json', '.npmrc']);
	return `${recipe.dependsOn ?? ''}${platform}-${files.slice(0, 16)}`;
}

async function install(recipe: Recipe, target: string): Promise<void> {
	const started = Date.now();
	const unfinished = `${target}.unfinished`;
	const log = `${target}.log`;
	rmSync(unfinished, { recursive: true, force: true });
	rmSync(log, { force: true });
	mkdirSync(unfinished);
	for (const file of readdirSync(sourceOf(recipe))) {
		copyFileSync(path.join(sourceOf(recipe), file), path.join(unfinished, file));
	}
	console.log(`Installing ${recipe.title} into ${target} (once) …`);
	const sign = setInterval(() => {
		console.log(`  still installing ${recipe.title}: ${since(started)}, ${progress(unfinished)}`);
	}, 10_000);
	try {
		await recipe.fill(unfinished, log);
		renameSync(unfinished, target);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw new Error(`${recipe.title} can't be installed. ${(error as Error).message}`, {
			cause: error,
		});
	} finally {
		clearInterval(sign);
		rmSync(log, { force: true });
	}
	console.log(`Installed ${recipe.title} in ${since(started)}.`);
}

const since = (started: number) => `${((Date.now() - started) / 1000).toFixed(0)} s`;

function progress(folder: string): string {
	const modules = path.join(folder, 'node_modules');
	const wanted = existsSync(modules) ? readdirSync(modules) : [];
	const there = wanted.filter((name) => existsSync(path.join(modules, name, 'package.json')));
	return wanted.length === 0 ? 'resolving' : `${there.length} of ${wanted.length} top folders`;
}

const node24: Recipe = {
	name: 'node24',
	title: 'Node.js 24',
	fill: async (folder, log) => {
		await runStep({
			command: process.execPath,
			args: [npmScript(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
			cwd: folder,
			env: process.env,
			log,
		});
		if (!existsSync(nodeIn(folder))) {
			throw new Error(`There is no Node.js 24 for ${platform} in e2e/install/node24.`);
		}
		await runStep({ command: nodeIn(folder), args: ['-v'], cwd: folder, env: process.env, log });
	},
};

const nodePackage = (folder: string) => path.join(folder, 'node_modules', `node-${platform}`);
const nodeIn = (folder: string) => path.join(nodePackage(folder), 'bin', 'node');

/** Native modules, which n8n can't do without. They are compiled for the Node.js above. */
const compiled = ['sqlite3', 'isolated-vm'];

function n8n(node: string): Recipe {
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PATH: `${path.join(nodePackage(node), 'bin')}${path.delimiter}${process.env.PATH}`,
		npm_config_nodedir: nodePackage(node),
	};
	return {
		name: 'n8n',
		title: 'n8n',
		dependsOn: `${path.basename(node).split('-').pop()?.slice(0, 8)}-`,
		fill: async (cwd, log) => {
			const command = nodeIn(node);
			const npm = (...args: string[]) =>
				runStep({ command, args: [npmScript(), ...args], cwd, env, log });
			await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
			console.log(`  compiling ${compiled.join(' and ')} …`);
			await npm('rebuild', '--ignore-scripts=false', '--foreground-scripts', ...compiled);
			const check = compiled.map((name) => `require('${name}')`).join(';');
			await runStep({ command, args: ['-e', check], cwd, env, log });
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
export async function n8nInstallation(): Promise<N8nInstallation> {
	const node = await installed(node24);
	const modules = path.join(await installed(n8n(node)), 'node_modules');
	const manifest = path.join(modules, 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return { node: nodeIn(node), script: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}
