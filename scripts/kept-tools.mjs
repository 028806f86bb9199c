// What `npm ci` has installed once is linked into the next checkout with the same lock file: seconds
// instead of most of a minute. Nothing but Node, because nothing else is there yet.
import {
	copyFileSync,
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { aloneInCache, cacheFolder, fillEntry, recipeDigest } from './cache.mjs';

/** npm's record of what it has installed: each checkout has its own, since npm writes into it. */
const RECORD = '.package-lock.json';
const PREFIX = 'tools-';
const UNUSED_MS = 30 * 24 * 3600 * 1000;

/**
 * Links the tools into `node_modules`, or has `install` do its work there and keeps what it leaves.
 *
 * @param install resolves to whether `node_modules` is whole then
 * @returns whether they were linked
 */
export async function takeOrInstall(folder, install) {
	const name = nameFor(folder);
	return await aloneInCache(name, async () => {
		if (take(name, folder)) return true;
		if (await install()) await keep(name, folder);
		return false;
	});
}

function nameFor(folder) {
	const { platform, arch, versions } = process;
	return `${PREFIX}${platform}-${arch}-${versions.modules}-${recipeDigest(folder)}`;
}

function take(name, folder) {
	const kept = path.join(cacheFolder(), name);
	const target = path.join(folder, 'node_modules');
	if (!existsSync(kept)) return false;
	if (!isAsKept(kept)) {
		console.log(`Files in ${kept} were changed by somebody; it is removed.`);
		rmSync(kept, { recursive: true, force: true });
		return false;
	}
	try {
		rmSync(target, { recursive: true, force: true });
		linkTree(path.join(kept, 'node_modules'), target);
		utimesSync(kept, new Date(), new Date());
		return true;
	} catch (error) {
		console.log(`The tools in ${kept} can't be linked: ${error.message}`);
		rmSync(target, { recursive: true, force: true });
		return false;
	}
}

async function keep(name, folder) {
	try {
		if (existsSync(path.join(cacheFolder(), name))) return;
		await fillEntry(name, (entry) => {
			linkTree(path.join(folder, 'node_modules'), path.join(entry, 'node_modules'));
			writeFileSync(path.join(entry, 'files.json'), JSON.stringify(filesIn(entry)));
		});
		removeUnused();
	} catch (error) {
		console.log(`The tools are not kept for the next checkout: ${error.message}`);
	}
}

function removeUnused() {
	const entries = readdirSync(cacheFolder()).filter((name) => name.startsWith(PREFIX));
	for (const entry of entries.map((name) => path.join(cacheFolder(), name))) {
		const isUnused = Date.now() - lstatSync(entry).mtimeMs > UNUSED_MS;
		if (isUnused) rmSync(entry, { recursive: true, force: true });
	}
}

/** The record comes last: without it the folder doesn't count as installed. */
function linkTree(from, to) {
	mkdirSync(to);
	for (const [name, entry] of entriesOf(from)) {
		const [source, target] = [path.join(from, name), path.join(to, name)];
		if (entry.isDirectory()) mkdirSync(target);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
		else if (name !== RECORD) linkSync(source, target);
	}
	copyFileSync(path.join(from, RECORD), path.join(to, RECORD));
}

function* entriesOf(root, below = '') {
	for (const entry of readdirSync(path.join(root, below), { withFileTypes: true })) {
		const name = path.join(below, entry.name);
		yield [name, entry];
		if (entry.isDirectory()) yield* entriesOf(root, name);
	}
}

/** A file that is linked is the same file in every checkout: who writes into it there changes it here. */
function isAsKept(kept) {
	const list = path.join(kept, 'files.json');
	return existsSync(list) && readFileSync(list, 'utf8') === JSON.stringify(filesIn(kept));
}

/** Every file with its bytes and the time of its last change in seconds, as archives keep it; every link. */
function filesIn(kept) {
	const root = path.join(kept, 'node_modules');
	const told = ([name, entry]) => {
		const at = path.join(root, name);
		if (entry.isSymbolicLink()) return [name, readlinkSync(at)];
		const { size, mtimeMs } = lstatSync(at);
		return [name, size, Math.floor(mtimeMs / 1000)];
	};
	return [...entriesOf(root)]
		.filter(([, entry]) => !entry.isDirectory())
		.map(told)
		.sort(([one], [other]) => (one < other ? -1 : 1));
}
