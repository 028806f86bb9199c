import type { IDataObject } from 'n8n-workflow';
import { InputFault } from './fault';
import { Guard } from './guard';
import type { Listing, Page, Plan, Query, Want } from './provider';
import { ReadAhead } from './readAhead';

/** A stretch of a walk: records that were not there before, and where they and the next ones lie. */
export interface Stretch {
	records: IDataObject[];
	/** The page that they are from, in which places are counted. */
	whole: IDataObject[];
	at: Query;
	next: Query | undefined;
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
interface Course {
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
			if (guard.isFull) return sayCapped(walking, back);
			guard.stepBack(course.at);
			course.at = back;
			pages.clear();
			continue;
		}
		const records = guard.fresh(course.at, page);
		count(course, page, records);
		const next = follow(walking, course, page);
		const onward = isEnough(walking, course, guard) ? undefined : next;
		if (onward) {
			guard.goOn(course.at);
			pages.expect(onward, expected(walking, course, { page, most: guard.pagesLeft }));
		}
		yield { records, whole: page.whole ?? page.records, at: course.at, next };
		if (!onward) return sayEnd(walking, course, { page, next });
		course.at = onward;
	}
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

function sayEnd(
	walking: Walking,
	course: Course,
	{ page, next }: { page: Page; next: Query | undefined },
): void {
	if (course.given >= walking.plan.need) return;
	if (next) return sayCapped(walking, next);
	sayCeiling(walking, course);
	if (course.total === undefined) sayBroken(walking, course, page);
	else sayMismatch(walking, course, course.total);
}

function sayCapped({ listing, plan, say }: Walking, next: Query): void {
	const resume = listing.paging.resume?.(next, 0);
	const how = resume ? `, or ${resume} to go on there` : '';
	say(
		`Stopped after ${plan.maxPages} pages ('Max Pages'): there are more ${listing.what}. Raise 'Max Pages'${how}.`,
	);
}

function sayCeiling({ provider, listing, say }: Walking, { given }: Course): void {
	if (listing.ceiling === undefined || given < listing.ceiling) return;
	say(
		`${provider} gives at most ${listing.ceiling} ${listing.what} in one list, and that many came: there may be more.`,
	);
}

/** Without a total, an empty page that says there are more is all there is to go by. */
function sayBroken({ provider, listing, say }: Walking, { at }: Course, page: Page): void {
	if (!listing.paging.promisesMore?.(at, page)) return;
	say(
		`${provider} promised more ${listing.what}, but ${listing.paging.name(at)} was empty: some may be missing. Run again to be sure.`,
	);
}

function sayMismatch({ provider, listing, plan, say }: Walking, course: Course, total: number) {
	const start = listing.paging.before?.(listing.paging.first(plan)) ?? 0;
	const promised = Math.max(0, total - start - course.dropped);
	if (promised === course.given) return;
	say(
		`${provider} counts ${promised} ${listing.what}, but delivered ${course.given} different ones: the list may have changed meanwhile. Run again to be sure.`,
	);
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
