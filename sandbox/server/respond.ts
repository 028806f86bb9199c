import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { type Fault, type FaultKind, type FaultOf, toFault } from './faults';

/** A reply as bytes. */
export interface RenderedReply {
	status: number;
	headers: Record<string, string>;
	bytes: Buffer;
}

/** One request that waits for its reply. */
export interface PendingRequest {
	readonly response: ServerResponse;
	/** Carries the request out, once however often it is called. */
	answer(): RenderedReply;
	/** This provider's reply to an HTTP error. */
	errorReply(status: number): RenderedReply;
	render(status: number, body: unknown): RenderedReply;
	/** Rejects when the server closes or the client disconnects. */
	pause(ms: number): Promise<void>;
	sent(status: number): void;
}

export function send(pending: PendingRequest, { status, headers, bytes }: RenderedReply): void {
	pending.sent(status);
	pending.response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
	pending.response.end(bytes);
}

const reset = (pending: PendingRequest): void => {
	pending.response.socket?.resetAndDestroy();
};

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

function sendHead(pending: PendingRequest, answer: RenderedReply): void {
	pending.sent(answer.status);
	const length = { 'content-length': String(answer.bytes.length) };
	pending.response.writeHead(answer.status, { ...answer.headers, ...length });
	pending.response.flushHeaders();
}

async function resetInBody(pending: PendingRequest): Promise<void> {
	const answer = pending.answer();
	sendHead(pending, answer);
	pending.response.write(half(answer.bytes));
	// a reset discards what was not sent yet: let the first half arrive
	await pending.pause(25);
	reset(pending);
}

async function drip(
	pending: PendingRequest,
	{ intervalMs = 20, bytes = 1 }: FaultOf<'drip'>,
): Promise<void> {
	const answer = pending.answer();
	sendHead(pending, answer);
	for (let at = 0; at < answer.bytes.length; at += bytes) {
		await pending.pause(intervalMs);
		pending.response.write(answer.bytes.subarray(at, at + bytes));
	}
	pending.response.end();
}

function truncatedGzip(pending: PendingRequest): void {
	const answer = pending.answer();
	const headers = { ...answer.headers, 'content-encoding': 'gzip' };
	send(pending, { ...answer, headers, bytes: half(gzipSync(answer.bytes)) });
}

function status(pending: PendingRequest, fault: FaultOf<'status'>): void {
	const answer =
		'body' in fault ? pending.render(fault.status, fault.body) : pending.errorReply(fault.status);
	send(pending, { ...answer, headers: { ...answer.headers, ...fault.headers } });
}

function ownBody(pending: PendingRequest, fault: FaultOf<'body'>): void {
	const answer = pending.render(fault.status ?? 200, fault.body);
	send(pending, { ...answer, headers: { ...answer.headers, ...fault.headers } });
}

const HTML = '<!doctype html><html><title>Just a moment...</title><body>Checking</body></html>';

type Responses = {
	[Kind in FaultKind]: (pending: PendingRequest, fault: FaultOf<Kind>) => void | Promise<void>;
};

const responses: Responses = {
	status,
	reset,
	hang: () => undefined,
	html200: (pending) =>
		send(pending, {
			status: 200,
			headers: { 'content-type': 'text/html' },
			bytes: Buffer.from(HTML),
		}),
	empty200: (pending) =>
		send(pending, {
			status: 200,
			headers: { 'content-type': 'application/json' },
			bytes: Buffer.alloc(0),
		}),
	body: ownBody,
	redirect: (pending, { location, status: code = 302 }) =>
		send(pending, { status: code, headers: { location }, bytes: Buffer.alloc(0) }),
	resetInBody,
	malformed: (pending) => {
		const answer = pending.answer();
		send(pending, { ...answer, bytes: half(answer.bytes) });
	},
	truncatedGzip,
	drip,
	delay: async (pending, { ms }) => {
		const answer = pending.answer();
		await pending.pause(ms);
		send(pending, answer);
	},
	hold: async (pending, { until }) => {
		await until();
		if (!pending.response.destroyed) send(pending, pending.answer());
	},
	mutate: (pending) => send(pending, pending.answer()),
	applyThen: async (pending, { applyThen }) => {
		pending.answer();
		await respond(pending, toFault(applyThen));
	},
};

const respondWith = <Kind extends FaultKind>(pending: PendingRequest, fault: FaultOf<Kind>) =>
	responses[fault.kind](pending, fault);

export async function respond(pending: PendingRequest, fault: Fault | undefined): Promise<void> {
	if (fault === undefined) send(pending, pending.answer());
	else await respondWith(pending, fault);
}
