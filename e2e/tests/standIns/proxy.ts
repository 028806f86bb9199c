import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { Certificate } from './certificateAuthority';

/** The only way out of an n8n: to stand-ins for hosts on this machine. */
export interface Proxy {
	/** For HTTPS_PROXY and HTTP_PROXY. */
	readonly url: string;
	/** Hosts that were led to their stand-in, one entry per tunnel. */
	readonly tunnels: string[];
	/** Whatever else was asked for: `host:port`, or the address of a plain request. */
	readonly refused: string[];
	/** Ends every connection at once. */
	close(): Promise<void>;
}

export interface StandIn {
	host: string;
	/** `http://127.0.0.1:<port>` */
	origin: string;
	/** With which it answers as that host. */
	certificate: Certificate;
}

/**
 * Answers CONNECT for `host:443` of these hosts, each with its certificate, and passes on what comes to
 * its origin as it is. Everything else gets a 403.
 */
export async function startProxy(standIns: StandIn[]): Promise<Proxy> {
	const hosts = secureServers(standIns);
	const tunnels: string[] = [];
	const refused: string[] = [];
	const open = new Set<Duplex>();
	const server = createServer((incoming, outgoing) => {
		refused.push(incoming.url ?? '');
		outgoing.writeHead(403).end('This proxy leads only to stand-ins.');
	});
	server.on('connect', ({ url = '' }: IncomingMessage, socket: Duplex, head: Buffer) => {
		socket.on('error', () => socket.destroy());
		const [host = '', port] = url.split(':');
		const secure = hosts.get(host);
		if (!secure || port !== '443') {
			refused.push(url);
			return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
		}
		tunnels.push(host);
		open.add(socket);
		socket.once('close', () => open.delete(socket));
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		if (head.length > 0) socket.unshift(head);
		secure.emit('connection', socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		tunnels,
		refused,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of open) socket.destroy();
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Servers by host, which listen to no port: they are given their connections. */
function secureServers(standIns: StandIn[]): Map<string, SecureServer> {
	const hosts = new Map<string, SecureServer>();
	for (const { host, origin, certificate } of standIns) {
		hosts.set(
			host,
			createSecureServer(certificate, (incoming, outgoing) => {
				const { servername } = incoming.socket as TLSSocket;
				if (servername === host && incoming.headers.host === host) {
					return passOn(origin, incoming, outgoing);
				}
				return void outgoing.writeHead(421).end(`${host} isn't ${incoming.headers.host}`);
			}),
		);
	}
	return hosts;
}

function passOn(origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
	const { method, url, headers } = incoming;
	const onward = request(`${origin}${url}`, { method, headers, agent: false }, (answer) => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.on('error', () => outgoing.destroy());
		answer.pipe(outgoing);
	});
	onward.on('error', () => outgoing.destroy());
	outgoing.on('close', () => onward.destroy());
	incoming.pipe(onward);
}
