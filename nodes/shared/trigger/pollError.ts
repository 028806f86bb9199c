import { ProviderError } from '../errors';
import type { ProviderErrorDetails } from '../errors';
import { inSeconds } from '../text/duration';
import { outOfTime } from './budget';
import type { Budget, Progress } from './budget';

/** The errors of a poll: nobody waits for its answer, and n8n polls again. */

/** A list that is not whole may be so later: n8n polls less often then. */
const MAY_CHANGE = 'temporarily-unavailable';

const LATER = 'Try again later. If it keeps failing, ask the provider for help.';

export interface Timed {
	budget: Budget | undefined;
	progress: Progress;
}

export const pollError = (error: unknown, timed: Timed): unknown =>
	error instanceof ProviderError ? explained(error, timed) : error;

function explained(error: ProviderError, { budget, progress }: Timed): ProviderError {
	const { kind, details } = error;
	if (!budget) return laterWhole(error);
	// A request that is cut off because the time is over looks like a cancelled one.
	if (kind === 'cancelled' && budget.signal.aborted) {
		return outOfTime(details.provider, budget, progress);
	}
	if ((details.retryAfterMs ?? 0) > budget.ms) return error.with({ next: longWait(details) });
	return laterWhole(error);
}

function laterWhole(error: ProviderError): ProviderError {
	const { kind, details } = error;
	// The next step of a list without an end is to set a limit, which a poll has not.
	if (kind === 'endlessList') return error.with({ next: LATER, cause: MAY_CHANGE });
	if (kind !== 'incompleteList') return error;
	return error.with({ next: details.next ?? LATER, cause: MAY_CHANGE });
}

const longWait = ({ provider, retryAfterMs = 0 }: ProviderErrorDetails): string =>
	`${provider} asked for a wait of ${inSeconds(retryAfterMs)}, longer than n8n lets a poll take, whatever 'Max Wait' is. If it keeps failing, set 'Poll Times' to poll less often.`;
