import type { IDataObject } from 'n8n-workflow';
import type { Query } from '../http/connection';
import { atMaxPages, gapIn, hintsAtEnd, totalIn } from './incompleteList';
import type { ListHint } from './incompleteList';
import type { Page, Remaining, Walk, WalkState } from './listing';
import { LoopGuard } from './loopGuard';
import { Prefetch } from './prefetch';
import { defined } from '../text/json';

/** Records that were not delivered before, and where they and the next ones lie. */
export interface WalkedPage {
	records: IDataObject[];
	/** The page that they are from, in which offsets are counted. */
	whole: IDataObject[];
	at: Query;
	next: Query | undefined;
	/** How many records there are in all, where that is known. */
	total?: number;
	/** On the last one: that the list is incomplete, and how. */
	gap?: string;
}

/**
 * Walks a list to its end: every record once, in the provider's order, or an error, or a hint that
 * says what is missing. Pages are requested in parallel where their positions are known.
 *
 * @throws {ProviderError} where cursors or pages repeat, or the walk has no end
 */
export async function* walk(walking: Walk): AsyncGenerator<WalkedPage> {
	const { listing, plan } = walking;
	const guard = new LoopGuard(walking);
	const pages = new Prefetch(walking.fetch);
	const state: WalkState = { at: listing.paging.first(plan), delivered: 0, dropped: 0 };
	for (;;) {
		guard.visit(state.at);
		const answered = await pages.take(state.at);
		const back = stepBack(walking, state, answered);
		if (back) {
			if (guard.isAtMaxPages) return tell(walking, [atMaxPages(walking, back, true)]);
			guard.stepBack(state.at);
			state.at = back;
			pages.clear();
			continue;
		}
		const page = promised(state, answered);
		const records = guard.newRecords(state.at, page);
		count(state, page, records);
		const next = guard.isOutOfPages
			? undefined
			: listing.paging.next(state.at, page, {
					...remaining(walking, state),
					news: records.length,
				});
		const whole = page.whole ?? page.records;
		if (next === undefined || isEnough(walking, state, guard)) {
			const hints = hintsAtEnd(walking, state, { page, next });
			const end = { next, ...gapIn(hints) };
			yield { records, whole, at: state.at, ...end, ...totalIn(walking, state, end) };
			return tell(walking, hints);
		}
		guard.assertProgress(state.at);
		pages.expect(next, expected(walking, state, { page, most: guard.pagesLeft }));
		yield { records, whole, at: state.at, next, ...totalIn(walking, state, { next }) };
		state.at = next;
	}
}

function tell({ hint }: Walk, hints: ListHint[]): void {
	for (const { text } of hints) hint(text);
}

function count(state: WalkState, { dropped = 0 }: Page, records: IDataObject[]): void {
	state.delivered += records.length;
	state.dropped += dropped;
}

function isEnough({ plan }: Walk, { delivered }: WalkState, { isAtMaxPages }: LoopGuard): boolean {
	return delivered >= plan.need || isAtMaxPages;
}

function remaining({ plan }: Walk, { delivered }: WalkState, pages = plan.prefetch): Remaining {
	return { size: plan.size, left: plan.need - delivered, pages };
}

function expected(
	walking: Walk,
	state: WalkState,
	{ page, most }: { page: Page; most: number },
): Query[] {
	const { listing, plan, prefetch = () => plan.prefetch } = walking;
	const pages = Math.min(prefetch(), most);
	return listing.paging.ahead?.(state.at, page, remaining(walking, state, pages)) ?? [];
}

/** What earlier pages promised still holds on an empty one that says nothing of it. */
function promised(state: WalkState, page: Page): Page {
	const { total, lastPage, size } = page;
	if (total === undefined && lastPage === undefined && sentNothing(page)) {
		return { ...page, ...state.promise };
	}
	state.promise = defined({ total, lastPage, size });
	return page;
}

const sentNothing = ({ records, dropped = 0 }: Page): boolean => records.length + dropped === 0;

/** A list that shrank moved its later users forward: go back as far, or some would be skipped. */
function stepBack({ listing }: Walk, state: WalkState, page: Page): Query | undefined {
	const before = state.total;
	if (page.total === undefined) return undefined;
	state.total = page.total;
	if (before === undefined || page.total >= before || !listing.paging.back) return undefined;
	const back = listing.paging.back(state.at, page, before - page.total);
	return JSON.stringify(back) === JSON.stringify(state.at) ? undefined : back;
}
