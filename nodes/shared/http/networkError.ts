import { findCredentialError, findRenewalError } from '../auth/credentialError';
import { ProviderError } from '../errors';
import type { ErrorKind, FailureCause } from '../errors';
import { inSeconds } from '../text/duration';
import { own, text } from '../text/json';
import { detailsOf, proxyIn } from './proxy';

interface FailedRequest {
	/** The provider's title. */
	provider: string;
	url: string;
	timeoutMs: number;
}

interface Reading {
	kind: ErrorKind;
	text: string;
	next?: string;
	cause?: FailureCause;
}

/** The request was never sent: it failed before it reached the provider. */
const UNREACHABLE: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	EAI_AGAIN: 'the DNS look-up of the host failed',
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
};
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;
/** What answers speaks another protocol: nothing was sent. */
const NO_TLS = /wrong version number|packet length too long/i;
/** Before a connection stands; later, the same codes don't tell what was sent. */
const CONNECTING = new Set(['connect', 'getaddrinfo']);

const CHECK_ADDRESS = 'Check the URL in the credential and the network of this machine.';
const CHECK_PROXY =
	'Check the proxy that this n8n is set to use (HTTP_PROXY, HTTPS_PROXY), or ask who runs it.';
const CHECK_RULES =
	'Check the URL in the credential, and which addresses this n8n allows its nodes to reach.';

const CUT_OFF: Reading = {
	kind: 'answerLost',
	text: 'the connection was cut before the answer was complete',
};

const timeout = (timeoutMs: number): Reading => ({
	kind: 'answerLost',
	text: `no complete answer within ${inSeconds(timeoutMs)}`,
	next: "Raise 'Timeout' under Options, or try again later.",
});

export function timeoutError({ provider, timeoutMs }: FailedRequest): ProviderError {
	return new ProviderError({ provider, ...timeout(timeoutMs) });
}

/** What n8n's helper threw, as an error that says whether the request can have reached the provider. */
export function networkError(thrown: unknown, failed: FailedRequest): ProviderError {
	return new ProviderError({ provider: failed.provider, ...read(thrown, failed) });
}

function read(thrown: unknown, { url, timeoutMs }: FailedRequest): Reading {
	const unsigned = readUnsigned(thrown);
	if (unsigned) return unsigned;
	const code = codeOf(thrown);
	const words = wordsOf(thrown);
	if (code === undefined) return withoutCode(words);
	if (TIMED_OUT.has(code)) return timeout(timeoutMs);
	return connectionError(thrown, { code, words, url });
}

/** Signing failed: nothing was sent, or a token that is over. */
function readUnsigned(thrown: unknown): Reading | undefined {
	const renewal = findRenewalError(thrown);
	if (renewal) return { kind: 'unreachable', text: renewal.message };
	const credential = findCredentialError(thrown);
	if (!credential) return undefined;
	// It says itself what to do.
	const reading: Reading = { kind: 'refused', text: credential.message, next: '' };
	return credential.refused === true ? { ...reading, cause: 'credential-invalid' } : reading;
}

/** The connection itself failed: to the provider's host, or to the proxy on the way. */
function connectionError(
	thrown: unknown,
	{ code, words, url }: Record<'code' | 'words' | 'url', string>,
): Reading {
	const proxy = proxyIn(thrown, url);
	const host = proxy === undefined ? new URL(url).host : `${proxy}, the proxy`;
	const next = proxy === undefined ? CHECK_ADDRESS : CHECK_PROXY;
	const unreachable = isConnecting(thrown, code) ? own(UNREACHABLE, code) : undefined;
	if (unreachable) return { kind: 'unreachable', text: `${unreachable} (${host})`, next };
	const refused = whyRefused({ code, words, host });
	return refused === undefined ? CUT_OFF : { kind: 'refused', text: refused, next };
}

function whyRefused({ code, words, host }: Record<'code' | 'words' | 'host', string>) {
	if (code === 'ENOTFOUND') return `there is no host ${host}`;
	const unsafe = CERTIFICATE.test(code) || NO_TLS.test(words);
	return unsafe ? `no safe connection to ${host}: ${words}` : undefined;
}

function codeOf(thrown: unknown): string | undefined {
	const chain = thrown instanceof Error ? [thrown.cause, thrown] : [thrown];
	for (const link of chain) {
		const { code, httpCode } = (link ?? {}) as { code?: unknown; httpCode?: unknown };
		if (typeof code === 'string' && code !== '') return code;
		if (typeof httpCode === 'string' && httpCode !== '') return httpCode;
	}
	return undefined;
}

function wordsOf(thrown: unknown): string {
	const inner = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
	return inner instanceof Error ? inner.message : String(inner);
}

/** Whether it failed before a connection stood. A refused connection is never a later one. */
function isConnecting(thrown: unknown, code: string): boolean {
	if (code === 'ECONNREFUSED') return true;
	const [syscall] = detailsOf(thrown).flatMap((link) => text(link.syscall) ?? []);
	return syscall !== undefined && CONNECTING.has(syscall);
}

/** Without a code it is n8n's own word (a blocked address, say), unless the answer was cut off. */
function withoutCode(words: string): Reading {
	return /aborted|hang up|socket|stream/i.test(words)
		? CUT_OFF
		: { kind: 'refused', text: words, next: CHECK_RULES };
}
