import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { ProviderError } from '../errors';
import { text, texts } from '../text/json';
import type { Answer } from './connection';
import { parseOrNothing } from './exactJson';
import { networkError, timeoutError } from './networkError';
import type { Secrets } from './secrets';

/** What a request needs of n8n; each kind of node function can give it. */
export interface Helper {
	send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse>;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal | undefined;
	/** What tells the account from others; all values of its credentials unless given. */
	account?: unknown;
}

export interface OutgoingRequest {
	/** The provider's title. */
	provider: string;
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	timeoutMs: number;
	/** Ends the request when its result is no longer wanted. */
	signal?: AbortSignal | undefined;
}

/**
 * One HTTP exchange through n8n's helper, which signs and keeps to the instance's proxy and SSRF
 * rules. Never throws: an answer of any status, or the error that stood in its way.
 *
 * @param secrets gains what signing added, so that it can be hidden
 */
export async function exchange(
	helper: Helper,
	request: OutgoingRequest,
	secrets: Secrets,
): Promise<Answer | ProviderError> {
	const deadline = AbortSignal.timeout(request.timeoutMs);
	const options = optionsFor(request);
	const release = endWith(options, [helper.signal, request.signal, deadline]);
	const isCancelled = () => helper.signal?.aborted || request.signal?.aborted;
	try {
		if (isCancelled()) return cancelled(request, 'before the request was sent', '');
		const response = await helper.send(options);
		secrets.addSignature(options);
		return readAnswer(response, secrets);
	} catch (error) {
		secrets.addSignature(options);
		if (isCancelled()) return cancelled(request, 'while a request was under way');
		return deadline.aborted ? timeoutError(request) : networkError(error, request);
	} finally {
		release();
	}
}

function cancelled({ provider }: OutgoingRequest, when: string, next?: string): ProviderError {
	const text = `the execution was canceled ${when}`;
	return new ProviderError({ provider, kind: 'cancelled', text, next });
}

function optionsFor({ method, url, headers, body, timeoutMs }: OutgoingRequest) {
	const options: IHttpRequestOptions = {
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
	return options;
}

/**
 * Ends the request with any of the signals. n8n's helper puts the execution's own signal in place of a
 * node's: here it is added instead, so that a deadline also ends an answer that drips in, which a
 * socket time-out never does. Signals outlive the request; AbortSignal.any would leak memory in each.
 *
 * @returns to be called when the request has ended
 */
function endWith(options: IHttpRequestOptions, signals: Array<AbortSignal | undefined>) {
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
	return (): void => {
		for (const each of bound) each.removeEventListener('abort', end);
	};
}

function readAnswer(response: IN8nHttpFullResponse, secrets: Secrets): Answer {
	const { statusCode: status, headers, body } = response;
	const text = typeof body === 'string' ? body : '';
	const shown = secrets.hideInData(parseOrNothing(text), text);
	return { status, headers: plainHeaders(headers), text, body: shown };
}

function plainHeaders(headers: IN8nHttpFullResponse['headers']): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), headerText(value)]),
	);
}

const headerText = (value: unknown): string =>
	Array.isArray(value) ? texts(value).join(', ') : (text(value) ?? '');
