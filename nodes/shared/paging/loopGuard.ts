import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../errors';
import type { Query } from '../http/connection';
import type { Page, Walk } from './listing';
import { counted } from '../text/plural';

const MOST_PAGES = 10_000;
const MOST_STALE_PAGES = 3;
const MOST_EMPTY_PAGES = 3;
const MOST_STEPS_BACK = 10;

/** Makes sure that a walk ends, and that no record is delivered twice. */
export class LoopGuard {
	private readonly seenIds = new Set<string>();

	private readonly visited = new Set<string>();

	/** The content of the page before. */
	private previous = '';

	private pages = 0;

	private stalePages = 0;

	private emptyPages = 0;

	private stepsBack = 0;

	constructor(private readonly walk: Walk) {}

	get pagesLeft(): number {
		return this.mostPages - this.pages;
	}

	private get mostPages(): number {
		return this.walk.plan.maxPages ?? MOST_PAGES;
	}

	get isAtMaxPages(): boolean {
		return this.walk.plan.maxPages !== undefined && this.pagesLeft <= 0;
	}

	/** So many pages in a row are empty that the provider's promise of more counts no longer. */
	get isOutOfPages(): boolean {
		return !this.walk.listing.paging.cursor && this.emptyPages >= MOST_EMPTY_PAGES;
	}

	/** Before a page is asked for. */
	visit(position: Query): void {
		this.pages += 1;
		if (this.pages > this.mostPages) {
			throw this.error(position, `it did not end after ${counted(this.mostPages, 'pages')}`);
		}
		if (!this.walk.listing.paging.cursor) return;
		const key = JSON.stringify(position);
		if (this.visited.has(key)) throw this.error(position, 'the cursor of the next page repeats');
		this.visited.add(key);
	}

	/** A list that keeps shrinking without new records never ends. */
	stepBack(position: Query): void {
		this.stepsBack += 1;
		this.previous = '';
		if (this.stepsBack > MOST_STEPS_BACK) {
			throw this.error(position, 'the total keeps changing, but there are no new entries');
		}
	}

	/** The page's records that were not delivered yet. */
	newRecords(position: Query, { records, total = -1, dropped = 0 }: Page): IDataObject[] {
		const ids = records.map((record) => this.walk.listing.id(record));
		const content = ids.map((id, index) => id ?? JSON.stringify(records[index]));
		const page = [total, ...content].join('\n');
		if (records.length > 0 && page === this.previous) {
			throw this.error(position, 'a page repeats the one before');
		}
		this.previous = page;
		const fresh = records.filter((_, index) => this.isNew(ids[index]));
		this.count(fresh.length + dropped, { isEmpty: records.length + dropped === 0, total });
		return fresh;
	}

	/** After a page that isn't the last. */
	assertProgress(position: Query): void {
		if (this.stalePages < MOST_STALE_PAGES) return;
		throw this.error(position, `${MOST_STALE_PAGES} pages in a row had no new entries`);
	}

	/** @param news how many entries the page has that were not there before */
	private count(news: number, { isEmpty, total }: { isEmpty: boolean; total: number }): void {
		if (news > 0) this.stepsBack = 0;
		this.stalePages = news > 0 || total !== -1 ? 0 : this.stalePages + 1;
		this.emptyPages = isEmpty ? this.emptyPages + 1 : 0;
	}

	private isNew(id: string | undefined): boolean {
		if (id === undefined) return true;
		const { size } = this.seenIds;
		return this.seenIds.add(id).size > size;
	}

	private error(position: Query, reason: string): ProviderError {
		const { provider, listing } = this.walk;
		return new ProviderError({
			provider,
			kind: 'endlessList',
			text: `the list of ${listing.what} could not be read to its end: ${reason} (${listing.paging.name(position)}, page ${this.pages} of this run)`,
			next: "Try again later. If it keeps failing, ask the provider for help, or set a 'Limit'.",
		});
	}
}
