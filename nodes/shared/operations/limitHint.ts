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

/** The options that read a list in parts. */
const WALKED_IN_PARTS = ['maxPages', 'offset', 'pageToken'];

/**
 * Tells how many records there are in all and, where a list is read in parts, how to continue. That
 * there are more, n8n's editor says by itself.
 */
export function hintLimit(
	item: Item,
	{ listing, passes }: { listing: Listing; passes?: unknown },
	cut: Cut,
): void {
	const resume = resumeHint(listing.paging, cut);
	if (resume === undefined) return;
	const { total } = cut.page;
	// How many records pass the node's own filters is unknown.
	const inAll = total === undefined || passes ? '' : `There are ${total} ${listing.what} in all. `;
	// One hint for all items names no position: each item has its own.
	const inParts = WALKED_IN_PARTS.some((name) => Object.hasOwn(item.options, name));
	const next = inParts && !item.sharesRecords ? resume : '';
	const hint = `${inAll}${next}`.trim();
	if (hint !== '') item.hint(hint);
}

/** undefined where the list ended there anyway. */
function resumeHint(paging: Paging, { first, page, last }: Cut): string | undefined {
	const { records, whole, at, next } = page;
	if (last === records.at(-1)) return next && sentence(paging.resume?.(next, 0), 'there');
	const past = whole.findIndex((record) => record === last) + 1;
	if (!paging.cursor) return sentence(paging.resume?.(at, past), 'there');
	// Starting again at the first page of this walk would return the same records.
	if (page === first) return '';
	return sentence(paging.resume?.(at, past), 'with the page that holds the next one');
}

const sentence = (resume: string | undefined, where: string): string =>
	resume ? `S${resume.slice(1)} to continue ${where}.` : '';
