// What suites leave behind. Everything temporary of one run lies in one folder, so that a look into it tells.
// Nothing but Node, because nothing else is there yet.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Programs that have to be ended take that long at most, and their folders go after them. */
const PATIENCE_MS = 15_000;
/** tsx and newer versions of Node.js keep there what they have compiled. */
const CACHES = /^(tsx-\d+|node-compile-cache)$/;

/** A folder for `TMPDIR`; `removed()` it at the end. */
export function temporaryHome() {
	const home = mkdtempSync(path.join(os.tmpdir(), 'user-directory-run-'));
	// Postgres, which refuses to run as root, passes through as another user
	chmodSync(home, 0o711);
	return home;
}

/** Removes it. Resolves to what should have been gone by then: folders, files, programs that run in there. */
export async function removed(home, patience = PATIENCE_MS) {
	const deadline = Date.now() + patience;
	let left = leftIn(home);
	while (left.length > 0 && Date.now() < deadline) {
		await sleep(100);
		left = leftIn(home);
	}
	rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	return left;
}

const leftIn = (home) => [
	...readdirSync(home).filter((name) => !CACHES.test(name)),
	...programsIn(home).map((pid) => `process ${pid}`),
];

/** Those that work below it, also where that is gone already, or have it as theirs; only Linux tells. */
function programsIn(home) {
	if (process.platform !== 'linux') return [];
	const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	return pids.filter((pid) => placesOf(pid).some((place) => isIn(home, place)));
}

const isIn = (home, place) => place === home || place.startsWith(`${home}${path.sep}`);

function placesOf(pid) {
	try {
		const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
		const temporary = environment.find((line) => line.startsWith('TMPDIR='));
		return [readlinkSync(`/proc/${pid}/cwd`), temporary?.slice('TMPDIR='.length) ?? ''];
	} catch {
		// It is gone by now, or somebody else's.
		return [];
	}
}
