import { createServer, request as ask, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import type { LoggedRequest } from '../../sandbox';
import { parseRecord } from '../../sandbox/server/json';
import { readRequest, type ReceivedRequest, toLogged } from '../../sandbox/server/request';

export type FaultyAnswer = (response: ServerResponse, request: LoggedRequest) => void;

/** Changes the JSON of a provider's answer. */
export type Change = (body: Record<string, unknown>, request: LoggedRequest) => unknown;

/**
 * A proxy before a sandbox: it passes requests and answers on, and fails in ways that the
 * sandbox has no setting for.
 */
export class FaultyProxy {
	readonly log: LoggedRequest[] = [];
	/** Instead of passing a request on. */
	answerInstead: (request: LoggedRequest) => FaultyAnswer | undefined = () => undefined;
	/** What is sent on instead. */
	redirect: (request: LoggedRequest) => string = ({ path, rawQuery }) =>
		rawQuery === '' ? path : `${path}?${rawQuery}`;
	change: Change = (body) => body;
	private readonly server: Server;

	constructor(private readonly target: string) {
		this.server = createServer((message, response) => {
			readRequest(message)
				.then((incoming) => this.handle(incoming, response))
				.catch(() => response.destroy());
		});
	}

	async listen(port = 0): Promise<string> {
		await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		if (!this.server.listening) return;
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private handle(incoming: ReceivedRequest, response: ServerResponse): void {
		const logged = toLogged(incoming);
		this.log.push(logged);
		const faultyAnswer = this.answerInstead(logged);
		if (faultyAnswer) faultyAnswer(response, logged);
		else this.pass(logged, response);
	}

	private pass(logged: LoggedRequest, response: ServerResponse): void {
		const { method, headers, bodyText } = logged;
		const url = new URL(this.redirect(logged), this.target);
		const onward = ask(url, { method, headers, agent: false }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const { 'content-length': _, 'transfer-encoding': __, ...kept } = answer.headers;
				response.writeHead(answer.statusCode ?? 502, kept);
				response.end(this.changed(Buffer.concat(chunks).toString(), logged));
			});
		});
		onward.on('error', () => response.destroy());
		onward.end(bodyText);
	}

	private changed(text: string, logged: LoggedRequest): string {
		const body = parseRecord(text);
		return body ? JSON.stringify(this.change(body, logged)) : text;
	}
}

/** Any answer will do: it is never complete. */
const ANSWER = Buffer.from(
	JSON.stringify({ status: 'ok', message: 'Done.', result: 1, data: [], user: { id: 77 } }),
);
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

const JSON_TYPE = { 'content-type': 'application/json' };

/** Nothing was passed on, and the answer cannot be read. */
export const brokenAnswers = {
	resetInBody: (response) => {
		response.writeHead(200, { ...JSON_TYPE, 'content-length': String(ANSWER.length) });
		response.write(half(ANSWER));
		// a reset discards what is still being sent: the first half has to arrive before it
		setTimeout(() => response.socket?.resetAndDestroy(), 25);
	},
	malformed: (response) => {
		response.writeHead(200, JSON_TYPE).end(half(ANSWER));
	},
	truncatedGzip: (response) => {
		response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
		response.end(half(gzipSync(ANSWER)));
	},
	drip: (response) => {
		response.writeHead(200, { ...JSON_TYPE, 'content-length': String(ANSWER.length) });
		let at = 0;
		const timer = setInterval(() => {
			response.write(ANSWER.subarray(at, (at += 1)));
		}, 100);
		response.once('close', () => clearInterval(timer));
	},
} as const satisfies Record<string, FaultyAnswer>;

/** Another origin, where no request must arrive. */
export async function elsewhere(): Promise<{ proxy: FaultyProxy; url: string }> {
	const proxy = new FaultyProxy('http://127.0.0.1:9');
	proxy.answerInstead = () => (response) => {
		response.writeHead(200, JSON_TYPE).end(ANSWER);
	};
	return { proxy, url: await proxy.listen() };
}
