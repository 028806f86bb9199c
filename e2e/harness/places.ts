import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const e2eFolder = path.resolve(__dirname, '..');
export const projectFolder = path.dirname(e2eFolder);

/**
 * A new folder for what one program needs while it runs; give it to `remove`. Should this process die
 * before it could, the folder is removed all the same.
 */
export function temporaryFolder(name: string): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), `user-directory-${name}-`));
	folders.push(folder);
	// where it can't be told, it is gone, and another takes over
	if (sweeper) sweeper.send(folder, () => undefined);
	else startSweeper();
	return folder;
}

const folders: string[] = [];
let sweeper: ChildProcess | undefined;

/** It doesn't keep this process from ending. */
function startSweeper(): void {
	const child = fork(path.join(__dirname, 'sweeper.cjs'), folders, {
		execArgv: [],
		env: {},
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		detached: true,
	});
	sweeper = child;
	// Ctrl-C kills it where it comes before it has left our process group
	child.once('exit', (_, signal) => {
		if (signal !== null) startSweeper();
	});
	child.unref();
	child.channel?.unref();
}
