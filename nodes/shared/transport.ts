import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { parseOrNothing } from './exactJson';
import { lossOf, timedOut } from './loss';
import type { Loss } from './loss';
import type { Answer } from './provider';
import { text, texts } from './read';
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

const UNSENT: Loss = {
	lost: 'cancelled',
	text: 'the execution was canceled before the request was sent',
	next: '',
};

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
	const options = optionsFor(outbound);
	const release = bind(options, [host.signal, outbound.signal, deadline]);
	const cancelled = () => host.signal?.aborted || outbound.signal?.aborted;
	try {
		if (cancelled()) return UNSENT;
		return readAnswer(await host.send(options), learn(options, secrets));
	} catch (error) {
		learn(options, secrets);
		if (cancelled()) {
			return {
				lost: 'cancelled',
				text: 'the execution was canceled while a request was under way',
			};
		}
		return deadline.aborted ? timedOut(outbound) : lossOf(error, outbound);
	} finally {
		release();
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
 * Ends the request with any of the signals. n8n's helper puts the execution's own signal in place of a
 * node's: here it is added instead, so that a deadline also ends an answer that drips in, which a
 * socket time-out never does. Signals outlive the request; AbortSignal.any would leave a trace in each.
 *
 * @returns to be called when the request has ended
 */
function bind(options: IHttpRequestOptions, signals: Array<AbortSignal | undefined>): () => void {
	const over = new AbortController();
	const end = () => over.abort();
	const bound = new Set<AbortSignal>();
	const add = (signal: AbortSignal | undefined) => {
		if (!signal || bound.has(signal)) return;
		bound.add(signal);
		signal.addEventListener('abort', end);
		if (signal.aborted) end();
	};
	signals.forEach(add);
	const { signal } = over;
	const property = { enumerable: true, configurable: true, get: () => signal, set: add };
	Object.defineProperty(options, 'abortSignal', property);
	return () => {
		for (const each of bound) each.removeEventListener('abort', end);
	};
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
