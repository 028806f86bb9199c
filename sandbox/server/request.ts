import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** One request, read to its end. */
export interface ReceivedRequest {
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** As received, without the question mark. */
	readonly rawQuery: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingHttpHeaders;
	readonly bodyText: string;
}

/** One request in a sandbox's log. `status` is 0 until it is answered. */
export interface LoggedRequest {
	readonly at: number;
	readonly method: string;
	readonly path: string;
	/** Decoded. Of a name given twice, the last value. */
	readonly query: Readonly<Record<string, string>>;
	readonly rawQuery: string;
	readonly headers: IncomingHttpHeaders;
	readonly bodyText: string;
	status: number;
	/** The kind of the fault that this request met. */
	fault?: string;
}

async function readBody(message: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

export async function readRequest(message: IncomingMessage): Promise<ReceivedRequest> {
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

export function toLogged(request: ReceivedRequest): LoggedRequest {
	const { at, method, path, rawQuery, headers, bodyText } = request;
	const query = Object.fromEntries(request.query);
	return { at, method, path, query, rawQuery, headers, bodyText, status: 0 };
}

/** The media type of the body, without its parameters. */
export function mediaType(request: ReceivedRequest): string {
	const [type = ''] = (request.headers['content-type'] ?? '').split(';');
	return type.trim().toLowerCase();
}
