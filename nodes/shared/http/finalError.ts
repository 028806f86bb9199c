import { withoutPeriod } from '../errors';
import type { ErrorKind, FailureCause, ProviderError, ProviderErrorDetails } from '../errors';
import { inSeconds } from '../text/duration';
import type { Attempts, RetryPolicy } from './retry';

/** A write that ended so may have been carried out. */
const OUTCOME_UNKNOWN: ReadonlySet<ErrorKind> = new Set(['answerLost', 'providerFailed']);

const LATER = 'Try again later. If it keeps failing, ask the provider for help.';
const SLOWER = "Run again in a moment, or set 'Requests per Second' under Options.";
const CHECK_AFTER_CANCEL =
	'Whether the change was carried out is unknown: check before you run this again.';

/** What to do where neither the provider nor the network error says more. */
const NEXT: Partial<Record<ErrorKind, string>> = {
	answerLost: LATER,
	providerFailed: LATER,
	unreachable: 'Try again later.',
	rateLimited: SLOWER,
	refusedForNow: SLOWER,
	refused: 'Check the values of this operation.',
};

const CAUSES: Partial<Record<ErrorKind, FailureCause>> = {
	rateLimited: 'rate-limited',
	refusedForNow: 'rate-limited',
	answerLost: 'temporarily-unavailable',
	providerFailed: 'temporarily-unavailable',
	unreachable: 'temporarily-unavailable',
};

/** undefined where neither waiting nor another credential is known to help. */
const causeOf = ({ kind, cause }: ProviderErrorDetails): FailureCause | undefined =>
	cause ?? CAUSES[kind];

interface Ended {
	write: boolean;
	attempts: Attempts;
	policy: RetryPolicy;
	/** The provider asks for a longer wait than is left. */
	waitTooLong: boolean;
}

/** The last attempt's error, with all that the caller needs to know of the attempts together. */
export function finalError(last: ProviderError, ended: Ended): ProviderError {
	const { details } = last;
	const outcomeUnknown = ended.write && OUTCOME_UNKNOWN.has(details.kind);
	const { repeats } = ended.attempts;
	const tries = repeats > 0 ? `, after ${repeats + 1} tries` : '';
	return last.with({
		text: `${withoutPeriod(details.text)}${tries}`,
		next: ended.waitTooLong ? waitNext(details, ended) : nextOf(details, ended.write),
		outcomeUnknown,
		// n8n may act on a cause by itself: nothing that may have been carried out has one.
		cause: outcomeUnknown ? undefined : causeOf(details),
	});
}

function nextOf({ kind, next }: ProviderErrorDetails, write: boolean): string | undefined {
	return next ?? (write && kind === 'cancelled' ? CHECK_AFTER_CANCEL : NEXT[kind]);
}

function waitNext(
	{ provider, retryAfterMs = 0 }: ProviderErrorDetails,
	{ attempts, policy }: Ended,
): string {
	const asked = inSeconds(Math.ceil(retryAfterMs / 1000) * 1000);
	const left = inSeconds(Math.floor((policy.maxWaitMs - attempts.waitedMs) / 1000) * 1000);
	return `${provider} asked for a wait of ${asked}, but only ${left} of 'Max Wait' remain. Run again after that time, or raise 'Max Wait' under Options.`;
}
