import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../scripts/cache.mjs';
import { digestOf } from '../scripts/digest.mjs';
import { alone } from '../scripts/lock.mjs';
import { runToEnd } from './child';

const recipe = ['package.json', 'package-lock.json', '.npmrc'];

/**
 * The folder where n8n's own nodes are installed, once for all checkouts. Outside of this one: n8n's
 * custom folder loader, jest and tsc would find them in it.
 */
export async function installedNodes(): Promise<string> {
	const target = path.join(cacheFolder(), `bench-${digestOf(__dirname, recipe).slice(0, 16)}`);
	if (existsSync(target)) return target;
	mkdirSync(cacheFolder(), { recursive: true });
	return await alone(`${target}.lock`, async () => {
		if (!existsSync(target)) await install(target);
		return target;
	});
}

async function install(target: string): Promise<void> {
	const unfinished = `${target}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished);
	for (const file of recipe) copyFileSync(path.join(__dirname, file), path.join(unfinished, file));
	console.log(`Installing n8n's own nodes into ${target} (once, some minutes) …`);
	await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], unfinished);
	renameSync(unfinished, target);
}
