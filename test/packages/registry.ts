import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What npm sends to publish: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md */
export interface Publication {
	name: string;
	access: string;
	'dist-tags': Record<string, string>;
	versions: Record<string, { version: string; dist: { integrity: string; shasum: string } }>;
	_attachments: Record<string, { content_type: string; data: string; length: number }>;
}

export interface Registry {
	host: string;
	url: string;
	/** All that it was asked for, also as a proxy: `GET /name`, `CONNECT somewhere:443`. */
	asked: string[];
	publications: Publication[];
	close(): Promise<void>;
}

/** A registry without a package, for who shows its token. What is meant for others it only writes down. */
export async function startRegistry(token: string): Promise<Registry> {
	const asked: string[] = [];
	const publications: Publication[] = [];
	const server = createServer((request, response) => {
		asked.push(`${request.method} ${request.url}`);
		void answer(request, response);
	});
	server.on('connect', (request, socket) => {
		asked.push(`CONNECT ${request.url}`);
		socket.destroy();
	});

	async function answer(request: IncomingMessage, response: ServerResponse) {
		const say = (status: number, body: object) =>
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		if (request.method !== 'PUT') return say(404, { error: 'not found' });
		const publication = (await json(request)) as Publication;
		if (request.headers.authorization !== `Bearer ${token}`) return say(401, { error: 'who?' });
		publications.push(publication);
		return say(201, { ok: true });
	}

	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		host,
		url: `http://${host}/`,
		asked,
		publications,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
