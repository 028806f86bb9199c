import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request, read to its end. */
export interface Incoming {
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** As received, without the question mark. */
	readonly rawQuery: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly bodyText: string;
}

/** What a test reads afterwards. `status` is 0 while nothing was answered. */
export interface LoggedRequest {
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** Decoded; of a name given twice, the last. */
	readonly query: Readonly<Record<string, string>>;
	readonly rawQuery: string;
	readonly headers: IncomingHttpHeaders;
	readonly bodyText: string;
	status: number;
	/** The kind of the fault that met this request. */
	fault?: string;
}

/** `json` is serialised by the provider; `html` goes out as it is. */
export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly json?: unknown;
	readonly html?: string;
}

/** Thrown anywhere inside a provider to end the request with that answer. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(`refused with ${reply.status}`);
	}
}

async function readBody(message: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

export async function readIncoming(message: IncomingMessage): Promise<Incoming> {
	const target = message.url ?? '/';
	const mark = target.indexOf('?');
	const rawQuery = mark < 0 ? '' : target.slice(mark + 1);
	return {
		at: Date.now(),
		method: message.method ?? 'GET',
		path: mark < 0 ? target : target.slice(0, mark),
		rawQuery,
		query: new URLSearchParams(rawQuery),
		headers: message.headers,
		bodyText: await readBody(message),
	};
}

export function toLogged(request: Incoming): LoggedRequest {
	const { at, method, path, rawQuery, headers, bodyText } = request;
	const query = Object.fromEntries(request.query);
	return { at, method, path, query, rawQuery, headers, bodyText, status: 0 };
}

/** The media type of the body, without its parameters. */
export function mediaType(request: Incoming): string {
	const [type = ''] = (request.headers['content-type'] ?? '').split(';');
	return type.trim().toLowerCase();
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object in a text, or undefined where there is none. */
export function parseRecord(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
