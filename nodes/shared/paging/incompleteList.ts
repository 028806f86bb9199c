import type { Query } from '../http/connection';
import type { Listing, Page, Walk, WalkPlan, WalkState } from './listing';
import { counted } from '../text/plural';

/** What is to be told at the end of a walk. */
export interface ListHint {
	text: string;
	/** Records may be missing: one that was not seen may still exist. */
	gap: boolean;
}

/** The hints at the end of a walk that was not ended by having enough. */
export function hintsAtEnd(
	walk: Walk,
	state: WalkState,
	{ page, next }: { page: Page; next: Query | undefined },
): ListHint[] {
	if (state.delivered >= walk.plan.need) return [];
	if (next) return [atMaxPages(walk, next, isMoreCertain(walk, state, page))];
	const hints = [
		atCeiling(walk, state),
		state.total === undefined
			? brokenPromise(walk, state, page)
			: totalMismatch(walk, state, state.total),
	];
	return hints.filter((hint) => hint !== undefined);
}

export function gapIn(hints: ListHint[]): { gap?: string } {
	const gap = hints.find((hint) => hint.gap);
	return gap ? { gap: gap.text } : {};
}

/** How many there are in all: as the provider says, or as many as came where the list ended by itself. */
export function totalIn(
	{ listing, plan }: Walk,
	{ total, delivered, dropped }: WalkState,
	{ next, gap }: { next: Query | undefined; gap?: string },
): { total?: number } {
	// The provider counts those, too, that were not asked for.
	if (dropped > 0) return {};
	const before = recordsBefore(listing, plan);
	const ended = next === undefined && gap === undefined;
	const came = ended && before !== undefined ? before + delivered : undefined;
	const known = total ?? came;
	return known === undefined ? {} : { total: known };
}

/** Without a total, a page that isn't empty may have been the last. */
function isMoreCertain({ listing: { paging } }: Walk, { at, total }: WalkState, page: Page) {
	return total !== undefined || paging.cursor === true || paging.promisesMore?.(at, page) === true;
}

export function atMaxPages({ listing, plan }: Walk, next: Query, isCertain: boolean): ListHint {
	const resume = listing.paging.resume?.(next, 0);
	const how = resume ? `, or ${resume} to continue there` : '';
	const text = `Stopped at 'Max Pages' (${plan.maxPages}): there ${isCertain ? 'are' : 'may be'} more ${listing.what}. Raise 'Max Pages'${how}.`;
	return { text, gap: true };
}

function atCeiling({ provider, listing }: Walk, { delivered }: WalkState): ListHint | undefined {
	if (listing.ceiling === undefined || delivered < listing.ceiling) return undefined;
	const text = `${provider} returns at most ${listing.ceiling} ${listing.what}, and it returned that many: there may be more.`;
	return { text, gap: true };
}

/** Without a total, an empty page that says there are more is all there is to go by. */
function brokenPromise(
	{ provider, listing }: Walk,
	{ at }: WalkState,
	page: Page,
): ListHint | undefined {
	if (!listing.paging.promisesMore?.(at, page)) return undefined;
	const text = `${provider} announced more ${listing.what}, but ${listing.paging.name(at)} was empty: some may be missing. Run again to be sure.`;
	return { text, gap: true };
}

/** How many records lie before the walk; undefined where it starts at a token, which doesn't tell. */
function recordsBefore({ paging }: Listing, plan: WalkPlan): number | undefined {
	if (paging.before) return paging.before(paging.first(plan));
	return plan.start === undefined ? 0 : undefined;
}

function totalMismatch(
	{ provider, listing, plan }: Walk,
	state: WalkState,
	total: number,
): ListHint | undefined {
	const start = recordsBefore(listing, plan);
	if (start === undefined) return undefined;
	const promised = Math.max(0, total - start - state.dropped);
	if (promised === state.delivered) return undefined;
	const text = `${provider} counts ${counted(promised, listing.what)}, but returned ${state.delivered} different ones: the list may have changed during the run. Run again to be sure.`;
	// Also where more came than were counted: the count may have ended the list too early.
	return { text, gap: true };
}
