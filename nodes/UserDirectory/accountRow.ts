import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../shared/errors';
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

export const rowsJson = (rows: readonly AccountRow[]): IDataObject[] => [...rows];
