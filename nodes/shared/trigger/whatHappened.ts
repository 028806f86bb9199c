import { text } from '../text/json';
import { compare } from './comparison';
import type { Comparison, Rows } from './comparison';
import { readIds } from './readUsers';
import type { ListReading, ReadUsers } from './readUsers';
import { converted, rememberedIn } from './row';
import { refuseTooManyLeft } from './safety';
import type { UserTrigger } from './userTrigger';

/** Who joined, changed and left since the last poll. */
export interface Happened extends Omit<Comparison, 'gone'> {
	/** In the remembered order. */
	left: string[];
	/** What to remember. */
	rows: Rows;
}

export interface Watch {
	trigger: UserTrigger;
	maxLeftPercent: number;
}

/** The first list: everybody is new, and nobody is reported unless that was asked for. */
export const baseline = ({ rows }: ReadUsers, reportsAll: boolean): Happened => ({
	joined: reportsAll ? [...rows.keys()] : [],
	changed: [],
	left: [],
	rows,
});

/** @throws {ProviderError} where too many are missing from the list */
export async function whatHappened(
	reading: ListReading,
	{ before, now }: { before: Rows; now: ReadUsers },
	watch: Watch,
): Promise<Happened> {
	const { joined, changed, gone } = compare(before, now.rows, reading.format);
	const missing = gone.filter((id) => !now.filteredOut.has(id));
	const still = await missingOnce(reading, { missing, before, now }, watch);
	const rows = new Map(now.rows);
	for (const id of still) rows.set(id, converted(before.get(id) ?? '', reading.format));
	return { joined, changed, left: gone.filter((id) => !still.has(id)), rows };
}

interface Missing {
	missing: string[];
	before: Rows;
	now: ReadUsers;
}

/** More are looked for in the list. */
const MOST_ASKED_FOR = 20;

/** Those of whom the provider doesn't say that they are gone: it may know people who left, too. */
async function withoutGone(
	{ item }: ListReading,
	missing: string[],
	{ isGone }: UserTrigger,
): Promise<string[]> {
	if (!isGone || missing.length > MOST_ASKED_FOR) return missing;
	const unsure: string[] = [];
	for (const id of missing) if (!(await isGone(item, id))) unsure.push(id);
	return unsure;
}

/**
 * Who is in a second reading of the list after all. A page that is cut short, or users that move between
 * two pages, are no proof that somebody left.
 */
async function missingOnce(
	reading: ListReading,
	{ missing, before, now }: Missing,
	{ trigger, maxLeftPercent }: Watch,
): Promise<Set<string>> {
	if (missing.length === 0) return new Set();
	const unsure = await withoutGone(reading, missing, trigger);
	const seen = unsure.length > 0 ? await readIds(reading) : undefined;
	const gone = missing.filter((id) => seen?.has(id) !== true);
	const listed = now.rows.size + now.filteredOut.size;
	const nameOf = (id: string): string => {
		const user = rememberedIn(before.get(id) ?? '', reading.format);
		return trigger.provider.users.label(user).map(text).find(Boolean) ?? id;
	};
	refuseTooManyLeft({
		provider: reading.item.provider,
		gone: gone.map(nameOf),
		remembered: before.size,
		// A list that comes empty once is no proof either.
		listed: Math.min(listed, seen?.size ?? listed),
		maxLeftPercent,
	});
	return new Set(missing.filter((id) => seen?.has(id)));
}
