import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { Faults } from './faults';
import { Refusal, type Reply } from './reply';
import { type LoggedRequest, readRequest, type ReceivedRequest, toLogged } from './request';
import { type PendingRequest, type RenderedReply, respond } from './respond';

/** A provider's rules and state, without HTTP connections. */
export interface ProviderApi {
	/** What a test may change at run time. */
	readonly settings: object;
	/** What the provider ignores and a client should not send. */
	readonly warnings: string[];
	answer(request: ReceivedRequest): Reply;
	/** The body that this provider sends with an HTTP error. */
	errorBody(status: number): unknown;
	serialize(json: unknown): string;
	reset(): void;
}

export interface ServerOptions {
	latencyMs?: number;
	/** 0, the default, takes any free one. */
	port?: number;
}

/** The client disconnected, or the server closed. */
class Disconnected extends Error {}

/** An HTTP server for one provider: keeps the log and applies latency and faults. */
export class SandboxServer<Api extends ProviderApi = ProviderApi> {
	readonly log: LoggedRequest[] = [];
	readonly faults = new Faults();
	/** Before every answer. May be changed at any time. */
	latencyMs: number;
	/** `http://127.0.0.1:<port>`, once it listens. */
	origin = '';
	private readonly server: Server;
	private readonly closing = new AbortController();
	private readonly initialSettings: object;

	constructor(
		protected readonly api: Api,
		private readonly options: ServerOptions,
	) {
		this.latencyMs = options.latencyMs ?? 0;
		this.initialSettings = { ...api.settings };
		// beyond the 8 KB that a provider may refuse with a 414 of its own
		this.server = createServer({ maxHeaderSize: 262144 }, (message, response) => {
			this.handle(message, response).catch((error: unknown) => {
				if (!(error instanceof Disconnected)) this.reportBug(response, error);
			});
		});
	}

	get settings(): Api['settings'] {
		return this.api.settings;
	}

	get warnings(): string[] {
		return this.api.warnings;
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
		Object.assign(this.api.settings, this.initialSettings);
		this.api.reset();
		this.log.length = 0;
		this.api.warnings.length = 0;
		this.faults.clear();
		this.latencyMs = this.options.latencyMs ?? 0;
	}

	/** Ends every connection at once, also those that wait for a reply. */
	async close(): Promise<void> {
		this.closing.abort();
		if (!this.server.listening) return;
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeAllConnections();
		await closed;
	}

	private async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = await readRequest(message);
		const logged = toLogged(request);
		this.log.push(logged);
		const fault = this.faults.take(logged);
		if (fault !== undefined) logged.fault = fault.kind;
		const pending = this.pendingRequest(request, logged, response);
		if (this.latencyMs > 0) await pending.pause(this.latencyMs);
		fault?.mutate?.(logged);
		await respond(pending, fault);
	}

	/** A bug of the sandbox must not look like a planned fault. */
	private reportBug(response: ServerResponse, error: unknown): void {
		if (response.headersSent || !response.socket) return void response.destroy();
		const detail = error instanceof Error ? error.stack : String(error);
		response.writeHead(500, { 'content-type': 'text/plain' }).end(`The sandbox failed: ${detail}`);
	}

	private pendingRequest(
		request: ReceivedRequest,
		logged: LoggedRequest,
		response: ServerResponse,
	): PendingRequest {
		let answer: RenderedReply | undefined;
		return {
			response,
			answer: () => (answer ??= this.carryOut(request)),
			errorReply: (status) => this.render(status, this.api.errorBody(status)),
			render: (status, body) => this.render(status, body),
			pause: (ms) => this.pause(ms, response),
			sent: (status) => {
				logged.status = status;
			},
		};
	}

	private carryOut(request: ReceivedRequest): RenderedReply {
		const { status, headers, json, html } = this.reply(request);
		const answer = this.render(status, html ?? json);
		return { ...answer, headers: { ...answer.headers, ...headers } };
	}

	private reply(request: ReceivedRequest): Reply {
		try {
			return this.api.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return error.reply;
			throw error;
		}
	}

	private render(status: number, body: unknown): RenderedReply {
		const isText = typeof body === 'string';
		const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
		const bytes = Buffer.from(isText ? body : this.api.serialize(body));
		return { status, headers: { 'content-type': type }, bytes };
	}

	private async pause(ms: number, response: ServerResponse): Promise<void> {
		const client = new AbortController();
		const leave = () => client.abort();
		response.once('close', leave);
		const signal = AbortSignal.any([this.closing.signal, client.signal]);
		try {
			await wait(ms, undefined, { signal });
		} catch {
			throw new Disconnected();
		} finally {
			response.off('close', leave);
		}
	}
}
