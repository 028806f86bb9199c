import { ProviderError } from '../shared/errors';
import type { Item } from '../shared/execution/item';
import type { ByHand, Directory } from '../shared/directory/directory';
import type { UnifiedUser } from '../shared/output/unified';
import type { PeopleItem } from './peopleItem';

/** What *Onboard* and *Offboard* tell of one person in one directory. */
export type AccountRow = {
	email: string;
	directory: string;
	status: string;
	user: UnifiedUser | null;
	/** What to know or to check; null where there is nothing. */
	note: string | null;
	/** The page where a person does the rest; null where nothing is left. */
	url: string | null;
};

export interface RowDetails {
	user?: UnifiedUser | null | undefined;
	note?: string | undefined;
	url?: string | undefined;
}

/** Makes the rows of one person, one per directory. */
export const rowMaker =
	(email: string) =>
	({ provider }: Directory, status: string, details: RowDetails = {}): AccountRow => ({
		email,
		directory: provider.name,
		status,
		user: details.user ?? null,
		note: details.note ?? null,
		url: details.url ?? null,
	});

/** What a person has to do, and on which page; nothing where the API does it. */
export async function byHandDetails(
	item: PeopleItem,
	directory: Directory,
	step: object | undefined,
): Promise<RowDetails> {
	if (step === undefined || !isByHand(step)) return {};
	return { note: step.note, url: step.url(await item.in(directory).credentials()) };
}

export const isByHand = (step: object): step is ByHand => 'url' in step && 'note' in step;

/**
 * The row of a write that did not end well: the other directories are told all the same.
 *
 * @throws whatever is no provider's error, and the end of a cancelled execution
 */
export function failureOf(error: unknown): { status: string; note: string } {
	if (!(error instanceof ProviderError) || error.kind === 'cancelled') throw error;
	const { message, description, details } = error;
	const note = description === undefined ? message : `${message} ${description}`;
	return { status: details.outcomeUnknown ? 'unknown' : 'failed', note };
}

/** Statuses of what was carried out. */
const CARRIED_OUT = new Set(['created', 'invited', 'deactivated', 'deleted', 'removed']);

/** The same person, as another input item. */
interface About {
	what: string;
	email: string;
	/** The status of what an earlier item did. */
	already: string;
}

/**
 * Two items about one person change a directory once. The second one is told what the first one came to:
 * a write whose outcome is unknown isn't sent again.
 */
async function oncePerPerson(
	own: Item,
	{ what, email, already }: About,
	make: () => Promise<AccountRow>,
): Promise<AccountRow> {
	let isFirst = false;
	const row = await own.oncePerRun(what, async () => {
		isFirst = true;
		return await make();
	});
	if (isFirst) return row;
	return { ...row, email, status: CARRIED_OUT.has(row.status) ? already : row.status };
}

interface OnePerson {
	operation: 'onboard' | 'offboard';
	email: string;
	/** What the person is matched by. */
	key: string;
	dryRun: boolean;
	/** The status where an item before has done it. */
	already: string;
}

/** The rows of one person, one for each directory, one after the other. */
export async function rowPerDirectory(
	item: PeopleItem,
	{ operation, email, key, dryRun, already }: OnePerson,
	rowFor: (directory: Directory) => Promise<AccountRow>,
): Promise<AccountRow[]> {
	const about = { what: `${operation} ${key} ${dryRun}`, email, already };
	const rows: AccountRow[] = [];
	for (const directory of item.directories) {
		const make = async () => await rowFor(directory);
		rows.push(await oncePerPerson(item.in(directory), about, make));
	}
	return rows;
}
