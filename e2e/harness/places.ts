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
	if (sweeper) sweeper.send(folder);
	else sweeper = startSweeper(folder);
	return folder;
}

let sweeper: ChildProcess | undefined;

/** It doesn't keep this process from ending. */
function startSweeper(folder: string): ChildProcess {
	const child = fork(path.join(__dirname, 'sweeper.mjs'), [folder], {
		execArgv: [],
		env: {},
		stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
		detached: true,
	});
	child.unref();
	child.channel?.unref();
	return child;
}
