import type { IPollFunctions } from 'n8n-workflow';
import { ProviderError } from '../errors';
import { inSeconds } from '../text/duration';

/** What remains for comparing and handing over, of the time that n8n gives a poll. */
const REMAINDER = { share: 0.1, mostMs: 5000 };

/** Until when a poll must have read its list. */
export interface Budget {
	ms: number;
	signal: AbortSignal;
}

/** undefined where n8n gives none. A test event has as long as it takes. */
export function budgetOf(functions: IPollFunctions): Budget | undefined {
	// Older versions of n8n have no such function.
	const { getPollBudgetMs } = functions as Partial<IPollFunctions>;
	const all = getPollBudgetMs?.call(functions);
	if (all === undefined || !Number.isFinite(all) || functions.getMode() === 'manual') {
		return undefined;
	}
	const ms = Math.max(0, all - Math.min(REMAINDER.mostMs, all * REMAINDER.share));
	return { ms, signal: AbortSignal.timeout(Math.ceil(ms)) };
}

/** How far a poll came. */
export interface Progress {
	read: number;
	total?: number | undefined;
}

/** The error of a poll that ran out of time. */
export function outOfTime(
	provider: string,
	{ ms }: Budget,
	{ read, total }: Progress,
): ProviderError {
	const of = total === undefined ? '' : ` of ${total}`;
	return new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `${read}${of} users were read in ${inSeconds(ms)}, the time that n8n gives a poll, so nothing was compared`,
		next: "Raise 'Page Size', 'Pages at Once' or 'Requests per Second' where the node has these options, or add a filter that the provider applies.",
		cause: 'temporarily-unavailable',
	});
}
