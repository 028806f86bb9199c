import type { IDataObject } from 'n8n-workflow';
import type { Item } from '../execution/item';
import type { Listing, Paging } from '../paging/listing';
import type { WalkedPage } from '../paging/walk';

/** Where the limit cut a list off. */
interface Cut {
	limit: number;
	first: WalkedPage | undefined;
	page: WalkedPage;
	/** The last record that was looked at. */
	last: IDataObject | undefined;
}

/** Tells where the limit cut the list off, and how to go on there. */
export function hintLimit(
	item: Item,
	{ listing, passes }: { listing: Listing; passes?: unknown },
	cut: Cut,
): void {
	const resume = resumeHint(listing.paging, cut);
	if (resume === undefined) return;
	const more = passes ? 'there may be more' : 'there are more';
	// One hint for all items names no position: each item has its own.
	const next = item.sharesRecords ? '' : resume;
	item.hint(
		`The limit of ${cut.limit} was reached and ${more} ${listing.what}. Turn on 'Return All' or raise 'Limit'${next}.`,
	);
}

/** undefined where the list ended there anyway. */
function resumeHint(paging: Paging, { first, page, last }: Cut): string | undefined {
	const { records, whole, at, next } = page;
	if (last === records.at(-1)) return next && sentence(paging.resume?.(next, 0), 'there');
	const past = whole.findIndex((record) => record === last) + 1;
	if (!paging.cursor) return sentence(paging.resume?.(at, past), 'there');
	// To begin again with the very page that this walk began with would lead nowhere.
	if (page === first) return '';
	return sentence(paging.resume?.(at, past), 'with the page that holds the next one');
}

const sentence = (resume: string | undefined, where: string): string =>
	resume ? `, or ${resume} to continue ${where}` : '';
