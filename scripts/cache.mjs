import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { digestOf } from './digest.mjs';
import { alone } from './lock.mjs';

/** What is installed once for all checkouts lies here. */
export const cacheFolder = () =>
	path.join(
		process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
		'n8n-nodes-user-directory',
	);

/** What `npm ci` goes by. */
export const recipe = ['package.json', 'package-lock.json', '.npmrc'];

/** Tells apart what it makes of a folder. */
export const recipeDigest = (folder) => digestOf(folder, recipe).slice(0, 16);

/** One process at a time works on that entry of the cache. */
export async function aloneInCache(name, work) {
	mkdirSync(cacheFolder(), { recursive: true });
	return await alone(path.join(cacheFolder(), `${name}.lock`), work);
}

/** A new entry; what is only half filled is never used. */
export async function fillEntry(name, fill) {
	const target = path.join(cacheFolder(), name);
	const unfinished = `${target}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished);
	try {
		await fill(unfinished);
		renameSync(unfinished, target);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw error;
	}
}

/** Where the entry lies, filled first where it isn't there. */
export async function cached(name, fill) {
	const target = path.join(cacheFolder(), name);
	if (existsSync(target)) return target;
	return await aloneInCache(name, async () => {
		if (!existsSync(target)) await fillEntry(name, fill);
		return target;
	});
}
