import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { deliver, type Line, type Rendered } from './delivery';
import {
	type Incoming,
	type LoggedRequest,
	readIncoming,
	Refusal,
	type Reply,
	toLogged,
} from './exchange';
import { Faults } from './faults';

/** A provider's own rules and state, without the wire. */
export interface Room {
	/** What a test may change at run time. */
	readonly settings: object;
	/** What the provider would ignore and a client should not send. */
	readonly warnings: string[];
	answer(request: Incoming): Reply;
	/** The body that goes with a failure of the provider's own making. */
	failure(status: number): unknown;
	toText(json: unknown): string;
	reset(): void;
}

export interface HostOptions {
	latencyMs?: number;
	/** 0, the default, takes any free one. */
	port?: number;
}

/** Nobody waits for the answer any more. */
class GivenUp extends Error {}

/** A server that lets a room answer, keeps the log and does as the faults say. */
export class Host<Rules extends Room = Room> {
	readonly log: LoggedRequest[] = [];
	readonly faults = new Faults();
	/** Before every answer. May be changed at any time. */
	latencyMs: number;
	/** `http://127.0.0.1:<port>`, once it listens. */
	origin = '';
	private readonly server: Server;
	private readonly closing = new AbortController();
	private readonly first: object;

	constructor(
		protected readonly room: Rules,
		private readonly options: HostOptions,
	) {
		this.latencyMs = options.latencyMs ?? 0;
		this.first = { ...room.settings };
		// beyond the 8 KB that a provider may refuse with a 414 of its own
		this.server = createServer({ maxHeaderSize: 262144 }, (message, response) => {
			this.handle(message, response).catch((error: unknown) => {
				if (!(error instanceof GivenUp)) this.confess(response, error);
			});
		});
	}

	get settings(): Rules['settings'] {
		return this.room.settings;
	}

	get warnings(): string[] {
		return this.room.warnings;
	}

	async listen(): Promise<this> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(this.options.port ?? 0, '127.0.0.1', resolve);
		});
		this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
		return this;
	}

	/** People, settings, log, warnings, faults and latency as at the start. */
	reset(): void {
		Object.assign(this.room.settings, this.first);
		this.room.reset();
		this.log.length = 0;
		this.room.warnings.length = 0;
		this.faults.clear();
		this.latencyMs = this.options.latencyMs ?? 0;
	}

	/** Ends every connection at once, also those that wait for an answer. */
	async close(): Promise<void> {
		this.closing.abort();
		if (!this.server.listening) return;
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = await readIncoming(message);
		const logged = toLogged(request);
		this.log.push(logged);
		const fault = this.faults.take(logged);
		if (fault !== undefined) logged.fault = fault.kind;
		const line = this.lineFor(request, logged, response);
		if (this.latencyMs > 0) await line.pause(this.latencyMs);
		fault?.mutate?.(logged);
		await deliver(line, fault);
	}

	/** A fault of the sandbox itself must not pass for one that was asked for. */
	private confess(response: ServerResponse, error: unknown): void {
		if (response.headersSent || !response.socket) return void response.destroy();
		const told = error instanceof Error ? error.stack : String(error);
		response.writeHead(500, { 'content-type': 'text/plain' }).end(`The sandbox failed: ${told}`);
	}

	private lineFor(request: Incoming, logged: LoggedRequest, response: ServerResponse): Line {
		let answer: Rendered | undefined;
		return {
			response,
			answer: () => (answer ??= this.carryOut(request)),
			failure: (status) => this.render(status, this.room.failure(status)),
			render: (status, body) => this.render(status, body),
			pause: (ms) => this.pause(ms, response),
			sent: (status) => {
				logged.status = status;
			},
		};
	}

	private carryOut(request: Incoming): Rendered {
		const { status, headers, json, html } = this.reply(request);
		const answer = this.render(status, html ?? json);
		return { ...answer, headers: { ...answer.headers, ...headers } };
	}

	private reply(request: Incoming): Reply {
		try {
			return this.room.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return error.reply;
			throw error;
		}
	}

	private render(status: number, body: unknown): Rendered {
		const isText = typeof body === 'string';
		const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
		const bytes = Buffer.from(isText ? body : this.room.toText(body));
		return { status, headers: { 'content-type': type }, bytes };
	}

	private async pause(ms: number, response: ServerResponse): Promise<void> {
		const gone = new AbortController();
		const leave = () => gone.abort();
		response.once('close', leave);
		const signal = AbortSignal.any([this.closing.signal, gone.signal]);
		try {
			await wait(ms, undefined, { signal });
		} catch {
			throw new GivenUp();
		} finally {
			response.off('close', leave);
		}
	}
}
