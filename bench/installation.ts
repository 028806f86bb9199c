import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runToEnd } from './child';

const recipe = ['package.json', 'package-lock.json', '.npmrc'];

/**
 * The folder where n8n's own nodes are installed, once for all checkouts. Outside of this one: n8n's
 * custom folder loader, jest and tsc would find them in it.
 */
export async function installedNodes(): Promise<string> {
	const folder = path.join(cacheFolder(), `bench-${lockHash()}`);
	// npm writes it last.
	if (existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) return folder;
	mkdirSync(folder, { recursive: true });
	for (const file of recipe) cpSync(path.join(__dirname, file), path.join(folder, file));
	console.log(`Installing n8n's own nodes into ${folder} (once, some minutes) …`);
	await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
	return folder;
}

const cacheFolder = () =>
	path.join(
		process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
		'n8n-nodes-user-directory',
	);

const lockHash = () =>
	createHash('sha256')
		.update(readFileSync(path.join(__dirname, 'package-lock.json')))
		.digest('hex')
		.slice(0, 16);
