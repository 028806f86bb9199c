import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
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

/** Ports that nobody listens on, each a different one. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	const ports = await Promise.all(
		servers.map(
			(server) =>
				new Promise<number>((resolve, reject) => {
					server.once('error', reject);
					server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
				}),
		),
	);
	await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
	return ports;
}

/** Whether nobody on this machine listens there. */
export const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
