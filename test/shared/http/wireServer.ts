import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Arrival {
	method: string;
	/** As it came over the wire. */
	url: string;
	headers: IncomingMessage['headers'];
	body: string;
	at: number;
}

type Reaction = (response: ServerResponse, arrival: Arrival, number: number) => void;

/** A server that does anything a broken provider, proxy or network may do. */
export class WireServer {
	readonly arrived: Arrival[] = [];

	/** The nth answer; the last one is given again and again. */
	reactions: Reaction[] = [];

	private readonly sockets = new Set<Socket>();

	private constructor(private readonly server: Server) {}

	static async open(): Promise<WireServer> {
		const server = createServer();
		const wire = new WireServer(server);
		server.on('connection', (socket) => {
			wire.sockets.add(socket);
			socket.on('close', () => wire.sockets.delete(socket));
		});
		server.on('request', (request, response) => wire.receive(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return wire;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get openSockets(): number {
		return this.sockets.size;
	}

	react(...reactions: Reaction[]): void {
		this.arrived.length = 0;
		this.reactions = reactions;
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private receive(request: IncomingMessage, response: ServerResponse): void {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const body = Buffer.concat(chunks).toString();
			const arrival = { method, url, headers, body, at: Date.now() };
			const number = this.arrived.push(arrival);
			const reaction = this.reactions[Math.min(number, this.reactions.length) - 1];
			reaction?.(response, arrival, number);
		});
	}
}

export const json =
	(body: unknown, status = 200, headers: Record<string, string> = {}): Reaction =>
	(response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(typeof body === 'string' ? body : JSON.stringify(body));
	};

export const fine = json({ ok: true });

export const redirect = (location: string, status = 302): Reaction =>
	json('', status, { location });

export const html: Reaction = (response) => {
	response.writeHead(200, { 'content-type': 'text/html' });
	response.end('<!DOCTYPE html>\n<html><title>Sign in</title></html>');
};

export const hang: Reaction = () => undefined;

export const reset: Reaction = (response) => response.socket?.resetAndDestroy();

/** The answer begins, and the connection is cut. */
export const cut: Reaction = (response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
	response.write('{"ok":', () => response.socket?.resetAndDestroy());
};

/** The connection ends in good order, but too early. */
export const short: Reaction = (response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
	response.write('{"ok":', () => response.socket?.end());
};

/** One byte now and then, so that no socket is ever idle for long. */
export const drip: Reaction = (response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
};

export const truncatedGzip =
	(gzip: Buffer): Reaction =>
	(response) => {
		response.writeHead(200, {
			'content-type': 'application/json',
			'content-encoding': 'gzip',
			'content-length': String(Math.floor(gzip.length / 2)),
		});
		response.end(gzip.subarray(0, Math.floor(gzip.length / 2)));
	};
