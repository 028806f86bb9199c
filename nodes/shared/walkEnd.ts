import type { Listing, Page, Plan, Query } from './provider';
import type { Course, Walking } from './walk';

/** What is to be told at the end of a walk. */
export interface Word {
	hint: string;
	/** Somebody may be missing, so that nobody can be said not to be there. */
	gap: boolean;
}

/** The words at the end of a walk that was not ended by having enough. */
export function endOf(
	walking: Walking,
	course: Course,
	{ page, next }: { page: Page; next: Query | undefined },
): Word[] {
	if (course.given >= walking.plan.need) return [];
	if (next) return [capped(walking, next)];
	const words = [
		ceiling(walking, course),
		course.total === undefined
			? brokenOff(walking, course, page)
			: mismatch(walking, course, course.total),
	];
	return words.filter((word) => word !== undefined);
}

export function gapIn(words: Word[]): { gap?: string } {
	const gap = words.find((word) => word.gap);
	return gap ? { gap: gap.hint } : {};
}

export function capped({ listing, plan }: Walking, next: Query): Word {
	const resume = listing.paging.resume?.(next, 0);
	const how = resume ? `, or ${resume} to go on there` : '';
	const hint = `Stopped after ${plan.maxPages} pages ('Max Pages'): there are more ${listing.what}. Raise 'Max Pages'${how}.`;
	return { hint, gap: true };
}

function ceiling({ provider, listing }: Walking, { given }: Course): Word | undefined {
	if (listing.ceiling === undefined || given < listing.ceiling) return undefined;
	const hint = `${provider} gives at most ${listing.ceiling} ${listing.what} in one list, and that many came: there may be more.`;
	return { hint, gap: true };
}

/** Without a total, an empty page that says there are more is all there is to go by. */
function brokenOff({ provider, listing }: Walking, { at }: Course, page: Page): Word | undefined {
	if (!listing.paging.promisesMore?.(at, page)) return undefined;
	const hint = `${provider} promised more ${listing.what}, but ${listing.paging.name(at)} was empty: some may be missing. Run again to be sure.`;
	return { hint, gap: true };
}

/** How many records lie before the walk; undefined where its start is a token that tells nothing. */
function placeOf({ paging }: Listing, plan: Plan): number | undefined {
	if (paging.before) return paging.before(paging.first(plan));
	return plan.start === undefined ? 0 : undefined;
}

function mismatch(
	{ provider, listing, plan }: Walking,
	course: Course,
	total: number,
): Word | undefined {
	const start = placeOf(listing, plan);
	if (start === undefined) return undefined;
	const promised = Math.max(0, total - start - course.dropped);
	if (promised === course.given) return undefined;
	const hint = `${provider} counts ${promised} ${listing.what}, but delivered ${course.given} different ones: the list may have changed meanwhile. Run again to be sure.`;
	return { hint, gap: promised > course.given };
}
