// Runs one program in a process group of its own. When whoever asked for it lets go of the channel, on
// purpose or by dying in whatever way, the whole group is ended and its folders are removed.
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const grace = 8_000;
const burial = 2_000;
let child;
let folders = [];
let unfinished = [];
let over = false;

process.once('message', ({ command, args, options, log, remove, removeIfCut }) => {
	folders = remove;
	unfinished = removeIfCut;
	const file = openSync(log, 'a');
	child = spawn(command, args, { ...options, stdio: ['ignore', file, file], detached: true });
	closeSync(file);
	child.once('spawn', () => tell({ pid: child.pid }));
	child.once('error', (error) => finish({ failure: error.message }));
	child.once('exit', (code, signal) => finish({ code, signal }));
});
process.once('disconnect', () => {
	if (over || child === undefined) return leave();
	folders = [...folders, ...unfinished];
	signalGroup('SIGTERM');
	setTimeout(() => signalGroup('SIGKILL'), grace);
});
// Ctrl-C reaches everybody in the terminal's group; the parent decides what becomes of it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

function finish(ending) {
	over = true;
	// What the program itself started doesn't outlive it either.
	signalGroup('SIGKILL');
	if (process.connected) tell(ending);
	else leave();
}

function tell(message) {
	process.send(message, () => undefined);
}

/** @returns whether there was anybody left to get it */
function signalGroup(signal) {
	try {
		return process.kill(-child.pid, signal);
	} catch {
		return false;
	}
}

/** Who was killed is gone a moment later. Some systems never bury those whose parent is dead. */
async function emptied() {
	for (let waited = 0; waited < burial && signalGroup(0); waited += 20) await sleep(20);
}

async function leave() {
	if (child?.pid !== undefined) await emptied();
	for (const folder of folders) {
		rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}
	process.exit(0);
}
