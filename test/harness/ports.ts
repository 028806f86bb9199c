import { createServer } from 'node:net';

/**
 * Below the range that a system gives out of itself, and for each process others, so that no server
 * takes one meanwhile: whoever waits for the program that is to listen there would ask that server.
 */
const BLOCKS = 180;
const IN_BLOCK = 100;
const FIRST = 12_000 + (process.pid % BLOCKS) * IN_BLOCK;
let next = 0;

/** Whether nobody on this machine listens there. */
export const isFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});

/** A port that nobody listens on, each time another one. */
export async function freePort(): Promise<number> {
	for (let tries = 0; tries < IN_BLOCK; tries++) {
		const port = FIRST + next;
		next = (next + 1) % IN_BLOCK;
		if (await isFree(port)) return port;
	}
	throw new Error(`No port from ${FIRST} to ${FIRST + IN_BLOCK - 1} is free.`);
}
