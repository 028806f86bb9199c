import type { Query } from '../../shared/http/connection';
import type { Paging } from '../../shared/paging/listing';
import { offsetPaging } from '../../shared/paging/strategies';

const byOffset = offsetPaging({ offset: 'offset', count: 'count' });

const isSecond = (sent: Query): boolean => sent.handle_calls === true;

/**
 * The API requires `handle_calls`. Its own example for all agents sends `false`, but its description reads
 * as if only those came who take no calls. So the list is read with `false` and then with `true`; where
 * the second one begins with agents who came before, it adds nobody.
 * https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-agents
 *
 * @param start how many records each of the two skips
 */
export const agentPaging = (start: number): Paging => ({
	...byOffset,
	first: (plan) => ({ handle_calls: false, ...byOffset.first(plan) }),
	next(sent, page, remaining) {
		if (isSecond(sent) && remaining.news === 0) return undefined;
		const next = byOffset.next(sent, page, remaining);
		if (next) return { handle_calls: isSecond(sent), ...next };
		if (isSecond(sent)) return undefined;
		const { size, left: need, pages: prefetch } = remaining;
		return { handle_calls: true, ...byOffset.first({ start, size, need, prefetch }) };
	},
	name: (sent) => `${byOffset.name(sent)}, handle_calls ${String(sent.handle_calls)}`,
	// An offset in the second list is none in the first.
	resume: (sent, past) => (isSecond(sent) ? '' : (byOffset.resume?.(sent, past) ?? '')),
});
