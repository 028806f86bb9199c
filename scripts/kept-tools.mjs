// What `npm ci` has installed once is linked into the next checkout with the same lock file: a second
// instead of most of a minute. Nothing but Node, because nothing else is there yet.
import {
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { digestOf } from './digest.mjs';

/** npm writes it last, and so do we: with it the folder counts as installed. */
const RECORD = '.package-lock.json';

/**
 * Links the tools into `node_modules`.
 *
 * @returns false where there are none, or where they aren't as npm left them
 */
export function takeTools(folder) {
	const kept = placeFor(folder);
	if (!existsSync(kept)) return false;
	const target = path.join(folder, 'node_modules');
	try {
		if (!isAsKept(kept)) throw new Error('somebody has changed files in it');
		rmSync(target, { recursive: true, force: true });
		linkTree(path.join(kept, 'node_modules'), target);
		return true;
	} catch (error) {
		console.log(`${kept} is of no use and removed: ${error.message}`);
		rmSync(kept, { recursive: true, force: true });
		return false;
	}
}

/** To be called when npm is done and nothing else has written there. What can't be kept isn't. */
export function keepTools(folder) {
	const kept = placeFor(folder);
	const unfinished = `${kept}.unfinished-${process.pid}`;
	try {
		mkdirSync(unfinished, { recursive: true });
		linkTree(path.join(folder, 'node_modules'), path.join(unfinished, 'node_modules'));
		writeFileSync(path.join(unfinished, 'files.json'), JSON.stringify(filesIn(unfinished)));
		if (!existsSync(kept)) renameSync(unfinished, kept);
	} catch (error) {
		console.log(`The tools are not kept for the next checkout: ${error.message}`);
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
}

function placeFor(folder) {
	const recipe = digestOf(folder, ['package.json', 'package-lock.json', '.npmrc']).slice(0, 16);
	const { platform, arch, versions } = process;
	return path.join(cacheFolder(), `tools-${platform}-${arch}-${versions.modules}-${recipe}`);
}

function linkTree(from, to) {
	mkdirSync(to);
	const link = (name) => linkSync(path.join(from, name), path.join(to, name));
	for (const [name, entry] of entriesOf(from)) {
		const target = path.join(to, name);
		if (entry.isDirectory()) mkdirSync(target);
		else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(path.join(from, name)), target);
		else if (name !== RECORD) link(name);
	}
	link(RECORD);
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
	const files = JSON.parse(readFileSync(path.join(kept, 'files.json'), 'utf8'));
	return JSON.stringify(filesIn(kept)) === JSON.stringify(files);
}

/** Name, bytes and time of the last change, in seconds, as archives keep it. */
function filesIn(kept) {
	const root = path.join(kept, 'node_modules');
	const files = [...entriesOf(root)].filter(([, entry]) => entry.isFile());
	return files
		.map(([name]) => {
			const { size, mtimeMs } = lstatSync(path.join(root, name));
			return [name, size, Math.floor(mtimeMs / 1000)];
		})
		.sort(([one], [other]) => (one < other ? -1 : 1));
}
