import { createServer, type Server } from 'node:net';

/**
 * Below the range that a system gives out of itself, and for each user others, so that no server
 * takes one meanwhile: whoever waits for the program that is to listen there would ask that server.
 */
const FIRST = 12_000;
const BLOCKS = 180;
const IN_BLOCK = 100;

/** The first port of the block that is ours for as long as this process lives. */
let block: Promise<number> | undefined;
let given = 0;

/** Listens there; undefined where somebody else does. */
const listenAt = (port: number): Promise<Server | undefined> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => resolve(server));
	});

/** Whether nobody on this machine listens there. */
export async function isFree(port: number): Promise<boolean> {
	const server = await listenAt(port);
	if (server) await new Promise((resolve) => server.close(resolve));
	return server !== undefined;
}

/** Whoever listens on the first port of a block has it all. */
async function claimBlock(): Promise<number> {
	for (let tries = 0; tries < BLOCKS; tries++) {
		const first = FIRST + ((process.pid + tries) % BLOCKS) * IN_BLOCK;
		const claim = await listenAt(first);
		if (claim?.unref()) return first;
	}
	throw new Error(`Each block of ports from ${FIRST} on is taken.`);
}

/** A port that nobody listens on, each time another one. */
export async function freePort(): Promise<number> {
	const first = await (block ??= claimBlock());
	for (let tries = 1; tries < IN_BLOCK; tries++) {
		const port = first + 1 + (given++ % (IN_BLOCK - 1));
		if (await isFree(port)) return port;
	}
	throw new Error(`No port from ${first + 1} to ${first + IN_BLOCK - 1} is free.`);
}
