import { refuse } from '../errors';
import type { Parameters } from '../parameters';
import type { PageLimits } from '../settings';

/** The same for the methods whose answer has no total. */
export function pageWithoutTotal<Item>(
	sent: Parameters,
	matching: readonly Item[],
	limits: PageLimits,
): { result: Item[] } {
	const { result } = page(sent, matching, limits);
	return { result };
}

/** The page of the matching records that `count` and `offset` ask for. */
export function page<Item>(
	sent: Parameters,
	matching: readonly Item[],
	{ mostCount, countCap }: PageLimits,
): { result: Item[]; total_count: number; count: number } {
	const count = sent.integer('count', 20);
	const offset = sent.integer('offset', 0);
	if (count < 1 || count > mostCount || offset < 0) refuse(101);
	const size = countCap > 0 ? Math.min(count, countCap) : count;
	const result = matching.slice(offset, offset + size);
	return { result, total_count: matching.length, count: result.length };
}
