import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { type Fault, type FaultKind, type FaultOf, spelledOut } from './faults';

/** An answer as bytes. */
export interface Rendered {
	status: number;
	headers: Record<string, string>;
	bytes: Buffer;
}

/** One request on its way to an answer. */
export interface Line {
	readonly response: ServerResponse;
	/** Carries the request out, once however often it is asked. */
	answer(): Rendered;
	/** How this provider words an HTTP failure. */
	failure(status: number): Rendered;
	render(status: number, body: unknown): Rendered;
	/** Rejects when the server is closed or the client has gone. */
	pause(ms: number): Promise<void>;
	sent(status: number): void;
}

export function send(line: Line, { status, headers, bytes }: Rendered): void {
	line.sent(status);
	line.response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
	line.response.end(bytes);
}

const cut = (line: Line): void => {
	line.response.socket?.resetAndDestroy();
};

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

function begin(line: Line, answer: Rendered): void {
	line.sent(answer.status);
	const length = { 'content-length': String(answer.bytes.length) };
	line.response.writeHead(answer.status, { ...answer.headers, ...length });
	line.response.flushHeaders();
}

async function resetInBody(line: Line): Promise<void> {
	const answer = line.answer();
	begin(line, answer);
	line.response.write(half(answer.bytes));
	// a reset discards what is still under way: the half has to arrive first
	await line.pause(25);
	cut(line);
}

async function drip(line: Line, { intervalMs = 20, bytes = 1 }: FaultOf<'drip'>): Promise<void> {
	const answer = line.answer();
	begin(line, answer);
	for (let at = 0; at < answer.bytes.length; at += bytes) {
		await line.pause(intervalMs);
		line.response.write(answer.bytes.subarray(at, at + bytes));
	}
	line.response.end();
}

function truncatedGzip(line: Line): void {
	const answer = line.answer();
	const headers = { ...answer.headers, 'content-encoding': 'gzip' };
	send(line, { ...answer, headers, bytes: half(gzipSync(answer.bytes)) });
}

function status(line: Line, fault: FaultOf<'status'>): void {
	const answer =
		'body' in fault ? line.render(fault.status, fault.body) : line.failure(fault.status);
	send(line, { ...answer, headers: { ...answer.headers, ...fault.headers } });
}

function ownBody(line: Line, fault: FaultOf<'body'>): void {
	const answer = line.render(fault.status ?? 200, fault.body);
	send(line, { ...answer, headers: { ...answer.headers, ...fault.headers } });
}

const HTML = '<!doctype html><html><title>Just a moment...</title><body>Checking</body></html>';

type Deliveries = {
	[Kind in FaultKind]: (line: Line, fault: FaultOf<Kind>) => void | Promise<void>;
};

const deliveries: Deliveries = {
	status,
	reset: cut,
	hang: () => undefined,
	html200: (line) =>
		send(line, { status: 200, headers: { 'content-type': 'text/html' }, bytes: Buffer.from(HTML) }),
	empty200: (line) =>
		send(line, {
			status: 200,
			headers: { 'content-type': 'application/json' },
			bytes: Buffer.alloc(0),
		}),
	body: ownBody,
	redirect: (line, { location, status: code = 302 }) =>
		send(line, { status: code, headers: { location }, bytes: Buffer.alloc(0) }),
	resetInBody,
	malformed: (line) => {
		const answer = line.answer();
		send(line, { ...answer, bytes: half(answer.bytes) });
	},
	truncatedGzip,
	drip,
	delay: async (line, { ms }) => {
		const answer = line.answer();
		await line.pause(ms);
		send(line, answer);
	},
	hold: async (line, { until }) => {
		await until();
		if (!line.response.destroyed) send(line, line.answer());
	},
	mutate: (line) => send(line, line.answer()),
	applyThen: async (line, { applyThen }) => {
		line.answer();
		await deliver(line, spelledOut(applyThen));
	},
};

const misbehave = <Kind extends FaultKind>(line: Line, fault: FaultOf<Kind>) =>
	deliveries[fault.kind](line, fault);

export async function deliver(line: Line, fault: Fault | undefined): Promise<void> {
	if (fault === undefined) send(line, line.answer());
	else await misbehave(line, fault);
}
