import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageName, projectFolder } from '../harness';

const execute = promisify(execFile);

/** Runs a program to its end; it rejects with `stderr` where that end is a bad one. */
export async function run(file: string, args: string[], cwd = projectFolder) {
	// eslint-plugin-n8n-nodes-base takes every file for a fixture of its own where NODE_ENV is test.
	const env = { ...process.env, NODE_ENV: '' };
	return await execute(file, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
}

export interface Tarball {
	/** Where it lies unpacked, beside n8n-workflow and nothing else. */
	folder: string;
	files: string[];
	remove(): void;
}

interface Packed {
	filename: string;
	files: Array<{ path: string }>;
}

/** Packs what would be published and unpacks it as n8n does, in a folder of its own. */
export async function packTarball(): Promise<Tarball> {
	await run(process.execPath, [path.join(projectFolder, 'scripts', 'set-up.mjs')]);
	const home = mkdtempSync(path.join(os.tmpdir(), 'user-directory-'));
	const options = ['--json', '--ignore-scripts', '--pack-destination', home];
	const { stdout } = await run(...npm(['pack', ...options]));
	const [packed] = JSON.parse(stdout) as Packed[];
	if (!packed) throw new Error('npm pack made no tarball.');

	const folder = path.join(home, 'node_modules', packageName);
	mkdirSync(folder, { recursive: true });
	const tarball = path.join(home, packed.filename);
	await run('tar', ['-xzf', tarball, '--strip-components=1'], folder);
	const n8nWorkflow = path.join(projectFolder, 'node_modules', 'n8n-workflow');
	symlinkSync(n8nWorkflow, path.join(home, 'node_modules', 'n8n-workflow'), 'junction');
	return {
		folder,
		files: packed.files.map((file) => file.path),
		remove: () => rmSync(home, { recursive: true, force: true }),
	};
}

function npm(args: string[]): [string, string[]] {
	const started = process.env.npm_execpath;
	return started?.endsWith('npm-cli.js') ? [process.execPath, [started, ...args]] : ['npm', args];
}
