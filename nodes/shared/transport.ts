import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { findCredentialFault } from './credentialFault';
import { parseOrNothing } from './exactJson';
import type { Answer } from './provider';
import { own, text, texts } from './read';
import { redactData } from './redact';

/** What a request needs of n8n; each kind of node function can give it. */
export interface Host {
	send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse>;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal | undefined;
}

export interface Outbound {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	timeoutMs: number;
	/** Ends the request when its result is no longer wanted. */
	signal?: AbortSignal | undefined;
}

/** How a request ended without an answer. */
export type Loss = {
	lost: 'unreached' | 'broken' | 'refused' | 'cancelled';
	text: string;
	next?: string;
};

/** The request was never sent: its way ended before the provider. */
const UNREACHED: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	EAI_AGAIN: "the host's address could not be looked up just now",
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
};
const NO_SUCH_HOST = 'ENOTFOUND';
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;
/** What answers speaks another protocol: nothing was sent. */
const NO_TLS = /wrong version number|packet length too long/i;
/** Before a connection stands; later, the same codes say nothing of what was sent. */
const BEFORE = new Set(['connect', 'getaddrinfo']);

/**
 * One HTTP exchange through n8n's helper, which signs and keeps to the instance's proxy and SSRF
 * rules. Never throws: an answer of any status, or how the request was lost.
 *
 * @param secrets gains what signing added, so that it can be redacted
 */
export async function exchange(
	host: Host,
	outbound: Outbound,
	secrets: Set<string>,
): Promise<Answer | Loss> {
	const deadline = AbortSignal.timeout(outbound.timeoutMs);
	const options = bounded(optionsFor(outbound), [host.signal, outbound.signal, deadline]);
	try {
		return readAnswer(await host.send(options), learn(options, secrets));
	} catch (error) {
		learn(options, secrets);
		if (host.signal?.aborted || outbound.signal?.aborted) {
			return {
				lost: 'cancelled',
				text: 'the execution was cancelled while a request was under way',
			};
		}
		return deadline.aborted ? timedOut(outbound) : lossOf(error, outbound);
	}
}

function optionsFor({ method, url, headers, body, timeoutMs }: Outbound): IHttpRequestOptions {
	return {
		method,
		url,
		headers: { Accept: 'application/json', ...headers },
		...(body === undefined ? {} : { body }),
		timeout: timeoutMs,
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
}

/**
 * n8n's helper puts the execution's own signal in place of a node's. Here it is added instead, so
 * that a deadline also ends an answer that drips in, which a socket time-out never does.
 */
function bounded(
	options: IHttpRequestOptions,
	signals: Array<AbortSignal | undefined>,
): IHttpRequestOptions {
	const own = signals.filter((signal) => signal !== undefined);
	let signal = AbortSignal.any(own);
	return Object.defineProperty(options, 'abortSignal', {
		enumerable: true,
		configurable: true,
		get: () => signal,
		set: (added: AbortSignal | undefined) => {
			if (added && !own.includes(added)) signal = AbortSignal.any([...own, added]);
		},
	});
}

/** The signature is on the options once they were sent: header and hash must never be shown. */
function learn({ headers, url }: IHttpRequestOptions, secrets: Set<string>): string[] {
	const authorization = text(headers?.Authorization) ?? '';
	const signatures = [
		authorization,
		authorization.replace(/^\w+ /, ''),
		/[0-9a-f]{32,}$/i.exec(authorization)?.[0],
		/[?&]hash=([^&]+)/.exec(url)?.[1],
	];
	for (const signature of signatures) if (signature) secrets.add(signature);
	return [...secrets];
}

function readAnswer(response: IN8nHttpFullResponse, secrets: string[]): Answer {
	const { statusCode: status, headers, body } = response;
	const text = typeof body === 'string' ? body : '';
	const parsed = redactData(parseOrNothing(text), text, secrets);
	return { status, headers: plainHeaders(headers), text, body: parsed };
}

function plainHeaders(headers: IN8nHttpFullResponse['headers']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)]),
	);
}

const headerText = (value: unknown): string =>
	Array.isArray(value) ? texts(value).join(', ') : (text(value) ?? '');

function timedOut({ timeoutMs }: Outbound): Loss {
	const text = `no complete answer within ${timeoutMs / 1000} seconds`;
	return { lost: 'broken', text, next: "Raise 'Timeout' under Options, or try again later." };
}

function codeOf(error: unknown): string | undefined {
	const chain = error instanceof Error ? [error.cause, error] : [error];
	for (const link of chain) {
		const { code, httpCode } = (link ?? {}) as { code?: unknown; httpCode?: unknown };
		if (typeof code === 'string' && code !== '') return code;
		if (typeof httpCode === 'string' && httpCode !== '') return httpCode;
	}
	return undefined;
}

function wordsOf(error: unknown): string {
	const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return inner instanceof Error ? inner.message : String(inner);
}

function lossOf(error: unknown, outbound: Outbound): Loss {
	const fault = findCredentialFault(error);
	if (fault) return { lost: 'refused', text: fault.message };
	const code = codeOf(error);
	const words = wordsOf(error);
	if (code === undefined) return withoutCode(words);
	if (TIMED_OUT.has(code)) return timedOut(outbound);
	const host = new URL(outbound.url).host;
	if (code === NO_SUCH_HOST) {
		return { lost: 'refused', text: `there is no host ${host}`, next: CHECK_ADDRESS };
	}
	const unreached = own(UNREACHED, code);
	if (unreached && isBefore(error, code)) {
		return { lost: 'unreached', text: `${unreached} (${host})`, next: CHECK_ADDRESS };
	}
	if (CERTIFICATE.test(code) || NO_TLS.test(words)) {
		return {
			lost: 'refused',
			text: `no safe connection to ${host}: ${words}`,
			next: CHECK_ADDRESS,
		};
	}
	return { lost: 'broken', text: 'the connection broke off before the answer was complete' };
}

/** Whether it failed on the way to the provider. A refused connection is never a later one. */
function isBefore(error: unknown, code: string): boolean {
	if (code === 'ECONNREFUSED') return true;
	const causes: unknown[] = [error];
	for (const link of causes) {
		if (!(link instanceof Error) || causes.length > MOST_CAUSES) continue;
		if ('syscall' in link && typeof link.syscall === 'string') return BEFORE.has(link.syscall);
		causes.push(link.cause, link instanceof AggregateError ? link.errors[0] : undefined);
	}
	return false;
}

const MOST_CAUSES = 20;

const CHECK_ADDRESS = "Check the credential's address and this machine's network.";

/** Without a code it is n8n's own word (a blocked address, say), unless the answer was cut off. */
function withoutCode(words: string): Loss {
	return /aborted|hang up|socket|stream/i.test(words)
		? { lost: 'broken', text: 'the connection broke off before the answer was complete' }
		: { lost: 'refused', text: words };
}
