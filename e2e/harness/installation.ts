import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa, type Options } from 'execa';
import { e2eFolder } from './folders';

/** An n8n with the Node.js that it needs. */
export interface N8nVersion {
	/** In e2e/install. */
	folder: string;
	/** Native modules that n8n can't do without: they are compiled for that Node.js. */
	compiled: string[];
	/** Modules of n8n's own that are left out, as they take long to start. */
	disabledModules: string[];
}

export const newest: N8nVersion = {
	folder: 'n8n',
	compiled: ['sqlite3', 'isolated-vm'],
	disabledModules: [
		...['mcp-registry', 'instance-ai', 'agents', 'chat-hub', 'insights', 'agent-evals', 'mcp'],
	],
};

/** The oldest line that still gets fixes. */
export const oldest: N8nVersion = {
	folder: 'n8n1',
	compiled: ['sqlite3'],
	disabledModules: ['insights'],
};

export interface N8nInstallation {
	/** The Node.js that runs it. */
	node: string;
	/** What that Node.js runs: n8n's command line. */
	script: string;
	version: string;
}

/** Outside the checkout, so that the next one finds it there. The first time takes minutes. */
export async function n8nInstallation(wanted = newest): Promise<N8nInstallation> {
	const source = path.join(e2eFolder, 'install', wanted.folder);
	const folder = path.join(cacheFolder(), `${wanted.folder}-${hashOf(source)}`);
	const complete = path.join(folder, 'complete');
	const modules = path.join(folder, 'node_modules');
	const nodeFolder = path.join(modules, `node-${process.platform}-${process.arch}`);
	const node = path.join(nodeFolder, 'bin', 'node');
	if (!existsSync(complete)) {
		rmSync(folder, { recursive: true, force: true });
		cpSync(source, folder, { recursive: true });
		await install(folder, nodeFolder, wanted.compiled);
		writeFileSync(complete, '');
	}
	const manifest = readFileSync(path.join(modules, 'n8n', 'package.json'), 'utf8');
	const { version } = JSON.parse(manifest) as { version: string };
	return { node, script: path.join(modules, 'n8n', 'bin', 'n8n'), version };
}

const cacheFolder = () =>
	path.join(
		process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
		'n8n-nodes-user-directory',
	);

const hashOf = (source: string) =>
	createHash('sha256')
		.update(readFileSync(path.join(source, 'package-lock.json')))
		.digest('hex')
		.slice(0, 16);

async function install(cwd: string, nodeFolder: string, compiled: string[]): Promise<void> {
	const bin = path.join(nodeFolder, 'bin');
	const PATH = `${bin}${path.delimiter}${process.env.PATH}`;
	const env = { PATH, npm_config_nodedir: nodeFolder };
	const options: Options = { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] };
	console.log(`Installing n8n into ${cwd} (npm ci, some minutes, once) …`);
	const started = Date.now();
	const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
	const progress = setInterval(() => console.log(`  still installing, ${seconds()}`), 10_000);
	try {
		await execa('npm', ['ci', '--loglevel=error'], options);
		if (!existsSync(bin)) throw new Error('There is no Node.js for this platform in e2e/install.');
		console.log(`  compiling ${compiled.join(' and ')} …`);
		await execa('npm', ['rebuild', '--ignore-scripts=false', ...compiled], options);
		const load = compiled.map((name) => `require('${name}')`).join(';');
		await execa(path.join(bin, 'node'), ['-e', load], options);
	} finally {
		clearInterval(progress);
	}
	console.log(`Installed in ${seconds()}.`);
}
