import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

const CONNECTING = 'net.client.socket';

interface Refusal {
	code?: string;
	port?: number;
}

interface Waiting {
	port: number;
	action: () => void;
}

const waiting = new Set<Waiting>();

/** One listener for each socket, however many wait. */
function watch(message: unknown): void {
	const { socket } = message as { socket: Socket };
	socket.once('error', ({ code, port }: Refusal) => {
		if (code !== 'ECONNREFUSED') return;
		for (const one of [...waiting].filter((each) => each.port === port)) {
			stop(one);
			one.action();
		}
	});
}

function stop(one: Waiting): void {
	if (waiting.delete(one) && waiting.size === 0) unsubscribe(CONNECTING, watch);
}

/** As soon as this process was refused a connection to the port. Returns how to stop waiting. */
export function onceRefused(port: number, action: () => void): () => void {
	const one = { port, action };
	if (waiting.size === 0) subscribe(CONNECTING, watch);
	waiting.add(one);
	return () => stop(one);
}
