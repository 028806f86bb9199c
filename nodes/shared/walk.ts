import type { IDataObject } from 'n8n-workflow';
import { InputFault } from './fault';
import { Guard } from './guard';
import { capped, endOf, gapIn } from './walkEnd';
import type { Word } from './walkEnd';
import type { Listing, Page, Plan, Query, Want } from './provider';
import { ReadAhead } from './readAhead';

/** A stretch of a walk: records that were not there before, and where they and the next ones lie. */
export interface Stretch {
	records: IDataObject[];
	/** The page that they are from, in which places are counted. */
	whole: IDataObject[];
	at: Query;
	next: Query | undefined;
	/** On the last one: that the list came incomplete, and how. */
	gap?: string;
}

export interface Walking {
	provider: string;
	listing: Listing;
	plan: Plan;
	fetch: (position: Query) => Promise<Page>;
	/** Tells the user something about the result as a whole. */
	say: (hint: string) => void;
}

/** How far a walk has come. */
export interface Course {
	at: Query;
	/** Delivered so far. */
	given: number;
	/** Sent by the provider, but not asked for. */
	dropped: number;
	/** The provider's last word on how many there are. */
	total?: number;
}

/**
 * Walks a list to its end: every record once, in the provider's order, or an error, or a hint that
 * says what is missing. Pages lie side by side where their places are known.
 *
 * @throws {ProviderFault} where cursors or pages repeat, or the walk has no end
 */
export async function* walk(walking: Walking): AsyncGenerator<Stretch> {
	const { listing, plan } = walking;
	const guard = new Guard(walking);
	const pages = new ReadAhead(walking.fetch);
	const course: Course = { at: listing.paging.first(plan), given: 0, dropped: 0 };
	for (;;) {
		guard.visit(course.at);
		const page = await pages.take(course.at);
		const back = stepBack(walking, course, page);
		if (back) {
			if (guard.isFull) return tell(walking, [capped(walking, back)]);
			guard.stepBack(course.at);
			course.at = back;
			pages.clear();
			continue;
		}
		const records = guard.fresh(course.at, page);
		count(course, page, records);
		const next = follow(walking, course, page);
		const whole = page.whole ?? page.records;
		if (next === undefined || isEnough(walking, course, guard)) {
			const words = endOf(walking, course, { page, next });
			yield { records, whole, at: course.at, next, ...gapIn(words) };
			return tell(walking, words);
		}
		guard.goOn(course.at);
		pages.expect(next, expected(walking, course, { page, most: guard.pagesLeft }));
		yield { records, whole, at: course.at, next };
		course.at = next;
	}
}

function tell({ say }: Walking, words: Word[]): void {
	for (const { hint } of words) say(hint);
}

function count(course: Course, { dropped = 0 }: Page, records: IDataObject[]): void {
	course.given += records.length;
	course.dropped += dropped;
}

function isEnough({ plan }: Walking, { given }: Course, { isFull }: Guard): boolean {
	return given >= plan.need || isFull;
}

function wantOf({ plan }: Walking, { given }: Course, pages = plan.ahead): Want {
	return { size: plan.size, left: plan.need - given, pages };
}

function follow(walking: Walking, course: Course, page: Page): Query | undefined {
	return walking.listing.paging.next(course.at, page, wantOf(walking, course));
}

function expected(
	walking: Walking,
	course: Course,
	{ page, most }: { page: Page; most: number },
): Query[] {
	const pages = Math.min(walking.plan.ahead, most);
	return walking.listing.paging.ahead?.(course.at, page, wantOf(walking, course, pages)) ?? [];
}

/** A list that shrank moved its later users forward: go back as far, or some would be skipped. */
function stepBack({ listing }: Walking, course: Course, page: Page): Query | undefined {
	const before = course.total;
	if (page.total === undefined) return undefined;
	course.total = page.total;
	if (before === undefined || page.total >= before || !listing.paging.back) return undefined;
	const back = listing.paging.back(course.at, page, before - page.total);
	return JSON.stringify(back) === JSON.stringify(course.at) ? undefined : back;
}

/** The page size to ask for: within the API's range, and no larger than what is wanted. */
export function pageSize(
	{ size }: Listing,
	asked: number | undefined,
	say: (hint: string) => void,
): number {
	if (!size) return 0;
	if (asked === undefined) return size.usual;
	const clamped = Math.min(size.most, Math.max(1, Math.floor(asked)));
	if (Number.isNaN(clamped)) throw new InputFault("'Page Size' must be a number.");
	if (clamped !== asked) say(`'Page Size' was set to ${clamped}: the API takes 1 to ${size.most}.`);
	return clamped;
}
