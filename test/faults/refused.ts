import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type Socket } from 'node:net';

/**
 * Below the range that a system gives out of itself, and for each process others, so that no server
 * takes one meanwhile.
 */
const BLOCKS = 100;
const IN_BLOCK = 100;
const FIRST = 20_000 + (process.pid % BLOCKS) * IN_BLOCK;
let next = 0;

async function isFree(port: number): Promise<boolean> {
	const server = createServer();
	const free = await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => resolve(true));
	});
	if (free) await new Promise((resolve) => server.close(resolve));
	return free;
}

/** A port where nobody listens. */
export async function freePort(): Promise<number> {
	for (;;) {
		next = (next + 1) % IN_BLOCK;
		const port = FIRST + next;
		if (await isFree(port)) return port;
	}
}

const CONNECTING = 'net.client.socket';

interface Refusal {
	code?: string;
	port?: number;
}

/** As soon as this process was refused a connection to the port. Returns how to stop waiting. */
export function onceRefused(port: number, action: () => void): () => void {
	const watch = (message: unknown): void => {
		const { socket } = message as { socket: Socket };
		socket.once('error', (error: Refusal) => {
			if (error.code !== 'ECONNREFUSED' || error.port !== port) return;
			stop();
			action();
		});
	};
	const stop = (): void => {
		unsubscribe(CONNECTING, watch);
	};
	subscribe(CONNECTING, watch);
	return stop;
}
