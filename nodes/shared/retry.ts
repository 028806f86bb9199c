import type { FailureKind } from './provider';

/**
 * What went wrong with one try, for the policy. `unreached`: the request provably never got there.
 */
export type TroubleKind = FailureKind | 'unreached' | 'cancelled';

export interface Policy {
	/** Repeats per request. */
	retries: number;
	/** All waiting for one request together. */
	maxWaitMs: number;
}

export interface Tally {
	repeats: number;
	waitedMs: number;
	signedAfresh: boolean;
}

export interface Ask {
	kind: TroubleKind;
	/** A write is repeated only where the provider provably did nothing. */
	write: boolean;
	/** What the provider asked for. */
	retryAfterMs?: number;
}

export type Verdict =
	{ again: true; afterMs: number } | { again: false; why: 'final' | 'spent' | 'wait-too-long' };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

const READ_AGAIN: ReadonlySet<TroubleKind> = new Set([
	'busy',
	'later',
	'unsigned',
	'broken',
	'unreached',
]);
const WRITE_AGAIN: ReadonlySet<TroubleKind> = new Set(['busy', 'unreached']);

/** Exponential with full jitter. */
function backOff(repeats: number, random: () => number): number {
	return random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** repeats);
}

function mayRepeat({ kind, write }: Ask, { signedAfresh }: Tally): boolean {
	if (kind === 'unsigned' && signedAfresh) return false;
	return (write ? WRITE_AGAIN : READ_AGAIN).has(kind);
}

/** Whether a request is sent again, and when. Pure but for `random`. */
export function decide(
	ask: Ask,
	{ tally, policy }: { tally: Tally; policy: Policy },
	random: () => number = Math.random,
): Verdict {
	if (!mayRepeat(ask, tally)) return { again: false, why: 'final' };
	if (tally.repeats >= policy.retries) return { again: false, why: 'spent' };
	if (ask.kind === 'unsigned') return { again: true, afterMs: 0 };
	const left = Math.max(0, policy.maxWaitMs - tally.waitedMs);
	const afterMs = ask.retryAfterMs ?? Math.min(left, backOff(tally.repeats, random));
	return afterMs > left ? { again: false, why: 'wait-too-long' } : { again: true, afterMs };
}

/** An HTTP date; its oldest form, asctime's, is in GMT without saying so (RFC 9110, 5.6.7). */
function readDate(value = ''): number {
	if (!/\d:\d\d:\d\d/.test(value)) return Number.NaN;
	return Date.parse(/:\d\d \d{4}$/.test(value) ? `${value} GMT` : value);
}

/**
 * `Retry-After` in milliseconds, from either of its forms (RFC 9110, 10.2.3). A date counts from the
 * provider's own clock where the answer tells it.
 */
export function readRetryAfter(
	headers: Record<string, string>,
	now: number = Date.now(),
): number | undefined {
	const value = headers['retry-after']?.trim();
	if (!value) return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
	const date = readDate(value);
	if (Number.isNaN(date)) return undefined;
	const theirs = readDate(headers.date);
	return Math.max(0, date - (Number.isNaN(theirs) ? now : theirs));
}
