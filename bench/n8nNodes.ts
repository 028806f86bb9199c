import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { INodeType } from 'n8n-workflow';

type NodeClass = new () => INodeType;

/** One of n8n's own nodes, as it is published. The harness takes nodes in several versions, too. */
export function n8nNode(folder: string, name: string): INodeType {
	const load = createRequire(path.join(n8nNodesFolder(), 'package.json'));
	const file = `n8n-nodes-base/dist/nodes/${folder}/${name}.node.js`;
	const Class = (load(file) as Record<string, NodeClass>)[name];
	if (!Class) throw new Error(`There is no ${name} in n8n-nodes-base.`);
	return new Class();
}

const RECIPE = ['package.json', 'package-lock.json', '.npmrc'];

/**
 * The folder where n8n's own nodes are installed, named after the lock file. It is outside the
 * checkout: n8n's loader for custom nodes, Jest and tsc would find them inside.
 */
export function n8nNodesFolder(): string {
	const lock = readFileSync(path.join(__dirname, 'package-lock.json'));
	const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
	const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
	const folder = path.join(cache, 'n8n-nodes-user-directory', `bench-${hash}`);
	// npm writes this file last
	if (!existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) install(folder);
	return folder;
}

function install(folder: string): void {
	console.log(`Installing n8n's own nodes into ${folder} (npm ci, some minutes, once) …`);
	mkdirSync(folder, { recursive: true });
	for (const file of RECIPE) copyFileSync(path.join(__dirname, file), path.join(folder, file));
	const shell = process.platform === 'win32';
	execFileSync('npm', ['ci', '--loglevel=error'], { cwd: folder, stdio: 'inherit', shell });
}
