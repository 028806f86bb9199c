import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../harness/nodePackage';

const execute = promisify(execFile);

interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end; it rejects with `stderr` where that end is a bad one. */
export async function run(
	file: string,
	args: string[],
	{ cwd = projectFolder, env = process.env }: RunOptions = {},
) {
	// eslint-plugin-n8n-nodes-base takes every file for a fixture of its own where NODE_ENV is test.
	const options = { cwd, env: { ...env, NODE_ENV: '' }, maxBuffer: 64 * 1024 * 1024 };
	return await execute(file, args, options);
}

export interface Tarball {
	/** Where it lies unpacked, beside n8n-workflow and nothing else. */
	folder: string;
	files: string[];
	remove(): void;
}

interface Packed {
	name: string;
	filename: string;
	integrity: string;
	shasum: string;
	files: Array<{ path: string }>;
}

/** What would be published, as npm tells it. */
export async function pack(...options: string[]): Promise<Packed> {
	await run(process.execPath, [path.join(projectFolder, 'scripts', 'set-up.mjs')]);
	return await packFolder(projectFolder, ...options);
}

async function packFolder(cwd: string, ...options: string[]): Promise<Packed> {
	const [npm, words] = npmWith(['pack', '--json', '--ignore-scripts', ...options]);
	const { stdout } = await run(npm, words, { cwd });
	const [packed] = JSON.parse(stdout) as Packed[];
	if (!packed) throw new Error('npm pack made no tarball.');
	return packed;
}

/** Packs what would be published and unpacks it as n8n does, in a folder of its own. */
export const packTarball = async (): Promise<Tarball> => await unpacked(pack);

/** The same for another package than the project's. */
export const packTarballOf = async (source: string): Promise<Tarball> =>
	await unpacked(async (...options) => await packFolder(source, ...options));

async function unpacked(packTo: typeof pack): Promise<Tarball> {
	const home = mkdtempSync(path.join(os.tmpdir(), 'user-directory-'));
	const packed = await packTo('--pack-destination', home);
	const folder = path.join(home, 'node_modules', packed.name);
	mkdirSync(folder, { recursive: true });
	const tarball = path.join(home, packed.filename);
	await run('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
	const n8nWorkflow = path.join(projectFolder, 'node_modules', 'n8n-workflow');
	symlinkSync(n8nWorkflow, path.join(home, 'node_modules', 'n8n-workflow'), 'junction');
	return {
		folder,
		files: packed.files.map((file) => file.path),
		remove: () => rmSync(home, { recursive: true, force: true }),
	};
}

function npmWith(args: string[]): [string, string[]] {
	const started = process.env.npm_execpath;
	return started?.endsWith('npm-cli.js') ? [process.execPath, [started, ...args]] : ['npm', args];
}
