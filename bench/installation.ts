import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { cached, cacheFolder, recipe, recipeDigest } from '../scripts/cache.mjs';
import { runToEnd } from './child';

/**
 * The folder where n8n's own nodes are installed, once for all checkouts. Outside of this one: n8n's
 * custom folder loader, jest and tsc would find them in it.
 */
export const installedNodes = async (): Promise<string> =>
	await cached(`bench-${recipeDigest(__dirname)}`, install);

async function install(folder: string): Promise<void> {
	for (const file of recipe) copyFileSync(path.join(__dirname, file), path.join(folder, file));
	console.log(`Installing n8n's own nodes into ${cacheFolder()} (once, some minutes) …`);
	await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
}
