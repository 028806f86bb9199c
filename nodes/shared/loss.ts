import { findCredentialFault } from './credentialFault';
import { own } from './read';
import { seconds } from './seconds';

/** How a request ended without an answer. */
export interface Loss {
	lost: 'unreached' | 'broken' | 'refused' | 'cancelled';
	text: string;
	next?: string;
}

interface Target {
	url: string;
	timeoutMs: number;
}

/** The request was never sent: its way ended before the provider. */
const UNREACHED: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	EAI_AGAIN: "the host's address could not be looked up just now",
	EHOSTUNREACH: 'the host cannot be reached',
	ENETUNREACH: 'the network cannot be reached',
};
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);
const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;
/** What answers speaks another protocol: nothing was sent. */
const NO_TLS = /wrong version number|packet length too long/i;
/** Before a connection stands; later, the same codes say nothing of what was sent. */
const BEFORE = new Set(['connect', 'getaddrinfo']);
const MOST_CAUSES = 20;

const CHECK_ADDRESS = "Check the credential's address and this machine's network.";

const CHECK_RULES =
	"Check the credential's address, and which addresses this n8n lets its nodes reach.";

const BROKEN_OFF: Loss = {
	lost: 'broken',
	text: 'the connection broke off before the answer was complete',
};

export function timedOut({ timeoutMs }: Target): Loss {
	const text = `no complete answer within ${seconds(timeoutMs / 1000)}`;
	return { lost: 'broken', text, next: "Raise 'Timeout' under Options, or try again later." };
}

/** What became of a request for which n8n's helper threw. */
export function lossOf(error: unknown, target: Target): Loss {
	const fault = findCredentialFault(error);
	// It says itself what to do.
	if (fault) return { lost: 'refused', text: fault.message, next: '' };
	const code = codeOf(error);
	const words = wordsOf(error);
	if (code === undefined) return withoutCode(words);
	if (TIMED_OUT.has(code)) return timedOut(target);
	const unreached = isBefore(error, code) ? own(UNREACHED, code) : undefined;
	const { host } = new URL(target.url);
	if (unreached) return { lost: 'unreached', text: `${unreached} (${host})`, next: CHECK_ADDRESS };
	const refused = whyRefused({ code, words, host });
	return refused === undefined
		? BROKEN_OFF
		: { lost: 'refused', text: refused, next: CHECK_ADDRESS };
}

function whyRefused({ code, words, host }: Record<'code' | 'words' | 'host', string>) {
	if (code === 'ENOTFOUND') return `there is no host ${host}`;
	const unsafe = CERTIFICATE.test(code) || NO_TLS.test(words);
	return unsafe ? `no safe connection to ${host}: ${words}` : undefined;
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

/** Without a code it is n8n's own word (a blocked address, say), unless the answer was cut off. */
function withoutCode(words: string): Loss {
	return /aborted|hang up|socket|stream/i.test(words)
		? BROKEN_OFF
		: { lost: 'refused', text: words, next: CHECK_RULES };
}
