import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Duplex, Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { createServer as createTlsServer } from 'node:tls';
import type { Certificate } from './certificate';

const HOST = '127.0.0.1';

async function listening(server: Server): Promise<number> {
	server.listen(0, HOST);
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}

const connectTo = (port: number): Socket =>
	connect({ port, host: HOST, noDelay: true, allowHalfOpen: true });

/** Passes on what arrives `ms` later, in order: Node.js keeps the order of equal timeouts. */
const delayed = (ms: number): Transform =>
	new Transform({
		transform(chunk, _, done) {
			setTimeout(() => this.push(chunk), ms);
			done();
		},
		flush: (done) => void setTimeout(done, ms),
	});

function join(one: Duplex, other: Duplex, delayMs: number): void {
	for (const [from, to] of [
		[one, other],
		[other, one],
	] as const) {
		// A connection that breaks off is the client's to report.
		from.on('error', () => to.destroy());
		(delayMs > 0 ? from.pipe(delayed(delayMs)) : from).pipe(to);
	}
}

/** What comes over a new connection waits first as long as it takes to open one. */
async function far(client: Socket, port: number, roundTripMs: number): Promise<void> {
	client.on('error', () => client.destroy());
	await wait(roundTripMs);
	if (client.destroyed) return;
	join(client, connectTo(port), roundTripMs / 2);
}

/**
 * The same server over HTTPS and a network: half a round trip for each direction, one to open a
 * connection, and those of TLS. The bandwidth isn't limited.
 *
 * @param origin `http://127.0.0.1:<port>`
 * @returns `https://127.0.0.1:<port>`
 */
export async function overHttps(
	origin: string,
	roundTripMs: number,
	{ key, cert }: Certificate,
): Promise<string> {
	const plain = Number(new URL(origin).port);
	const tls = createTlsServer({ key, cert, noDelay: true, allowHalfOpen: true }, (socket) => {
		join(socket, connectTo(plain), 0);
	});
	const tlsPort = await listening(tls);
	const network = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
		void far(client, tlsPort, roundTripMs);
	});
	return `https://${HOST}:${await listening(network)}`;
}
