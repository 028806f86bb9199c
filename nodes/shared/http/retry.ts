import type { ErrorKind } from '../errors';

export interface RetryPolicy {
	/** Repeats per request. */
	retries: number;
	/** All waiting for one request together. */
	maxWaitMs: number;
}

/** What was done for one request so far. */
export interface Attempts {
	repeats: number;
	waitedMs: number;
	signedAgain: boolean;
}

export interface FailedAttempt {
	kind: ErrorKind;
	/** A write is repeated only where the provider provably did nothing. */
	write: boolean;
	/** What the provider asked for. */
	retryAfterMs?: number | undefined;
}

export type RetryDecision = { afterMs: number } | { stop: 'final' | 'spent' | 'wait-too-long' };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

const REPEATED_READS: ReadonlySet<ErrorKind> = new Set([
	'rateLimited',
	'refusedForNow',
	'signatureExpired',
	'answerLost',
	'unreachable',
]);
const REPEATED_WRITES: ReadonlySet<ErrorKind> = new Set(['rateLimited', 'unreachable']);

/** Exponential with full jitter. */
function backOff(repeats: number, random: () => number): number {
	return random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** repeats);
}

function mayRepeat({ kind, write }: FailedAttempt, { signedAgain }: Attempts): boolean {
	if (kind === 'signatureExpired' && signedAgain) return false;
	return (write ? REPEATED_WRITES : REPEATED_READS).has(kind);
}

/** Repeated at once, it would do what the provider asks not to do. */
const asksToWait = ({ kind, retryAfterMs }: FailedAttempt): boolean =>
	retryAfterMs === 0 || kind === 'rateLimited' || kind === 'refusedForNow';

/** Whether a request is sent again, and when. Pure but for `random`. */
export function decideRetry(
	failed: FailedAttempt,
	{ attempts, policy }: { attempts: Attempts; policy: RetryPolicy },
	random: () => number = Math.random,
): RetryDecision {
	if (!mayRepeat(failed, attempts)) return { stop: 'final' };
	if (attempts.repeats >= policy.retries) return { stop: 'spent' };
	if (failed.kind === 'signatureExpired') return { afterMs: 0 };
	const left = Math.max(0, policy.maxWaitMs - attempts.waitedMs);
	return left === 0 && asksToWait(failed)
		? { stop: 'spent' }
		: waitWithin(left, failed, backOff(attempts.repeats, random));
}

function waitWithin(left: number, { retryAfterMs = 0 }: FailedAttempt, usualMs: number) {
	// A `Retry-After` of 0, or of a moment that is past, waits as long as none would.
	const afterMs = Math.max(retryAfterMs, Math.min(left, usualMs));
	return afterMs > left ? { stop: 'wait-too-long' as const } : { afterMs };
}
