import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

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
