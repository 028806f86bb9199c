import type { IPollFunctions } from 'n8n-workflow';
import { ProviderError } from '../errors';
import { inSeconds } from '../text/duration';
import { counted } from '../text/plural';

/** What remains for comparing and handing over, of the time that n8n gives a poll. */
const REMAINDER = { share: 0.1, mostMs: 5000 };

/** The time that n8n gives a poll. */
export interface Budget {
	allMs: number;
	/** Until when it must have read its list. */
	ms: number;
	/** Aborted then. */
	signal: AbortSignal;
}

/** undefined where n8n gives none. A test event has as long as it takes. */
export function budgetOf(functions: IPollFunctions): Budget | undefined {
	// Older versions of n8n have no such function.
	const { getPollBudgetMs } = functions as Partial<IPollFunctions>;
	const given = getPollBudgetMs?.call(functions);
	if (given === undefined || !Number.isFinite(given) || functions.getMode() === 'manual') {
		return undefined;
	}
	const allMs = Math.max(0, given);
	const ms = allMs - Math.min(REMAINDER.mostMs, allMs * REMAINDER.share);
	return { allMs, ms, signal: AbortSignal.timeout(Math.ceil(ms)) };
}

/** How far a poll came. */
export interface Progress {
	read: number;
	total?: number | undefined;
	/** Whether it is the second reading. */
	again?: boolean;
}

/** The error of a poll that ran out of time. */
export function outOfTime(
	provider: string,
	{ ms }: Budget,
	{ read, total, again = false }: Progress,
): ProviderError {
	const users =
		total === undefined ? counted(read, 'users') : `${read} of ${counted(total, 'users')}`;
	const were = (total ?? read) === 1 ? 'was' : 'were';
	return new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `${users} ${were} read${again ? ' again' : ''} in ${inSeconds(ms)}, the time that n8n gives a poll, so nothing was compared`,
		next: "Raise 'Page Size', 'Pages at Once' or 'Requests per Second' where the node has these options, or add a filter that the provider applies.",
		cause: 'temporarily-unavailable',
	});
}
