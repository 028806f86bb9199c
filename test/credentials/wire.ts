import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import { type NodePackage, sourcePackage } from '../harness/nodePackage';

configureGlobalAxiosDefaults();

/** A request as it came over the wire: nothing decoded, nothing parsed. */
export interface Arrived {
	method: string;
	path: string;
	query: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Reply {
	status?: number;
	body: unknown;
	headers?: Record<string, string>;
}

/** A server that keeps what arrives and answers as it is told. */
export class Wire {
	readonly arrived: Arrived[] = [];

	answer: (request: Arrived) => Reply = () => ({ body: {} });

	private constructor(private readonly server: Server) {}

	static async open(): Promise<Wire> {
		const server = createServer();
		const wire = new Wire(server);
		server.on('request', (request: IncomingMessage, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const arrived = wire.keep(request, Buffer.concat(chunks).toString());
				const { status = 200, body, headers } = wire.answer(arrived);
				const isText = typeof body === 'string';
				const type = isText ? 'text/html' : 'application/json';
				response.writeHead(status, { 'content-type': type, ...headers });
				response.end(isText ? body : JSON.stringify(body));
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return wire;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	get last(): Arrived {
		const last = this.arrived.at(-1);
		if (!last) throw new Error('Nothing arrived.');
		return last;
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private keep({ method = '', url = '', headers }: IncomingMessage, body: string): Arrived {
		const [path = '', ...query] = url.split('?');
		const arrived = { method, path, query: query.join('?'), headers, body };
		this.arrived.push(arrived);
		return arrived;
	}
}

/** The credentials of this package, without its nodes. */
export const credentialsOnly: NodePackage = {
	...sourcePackage(),
	node: () => undefined,
};
