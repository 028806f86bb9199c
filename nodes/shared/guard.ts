import type { IDataObject } from 'n8n-workflow';
import { ProviderFault } from './fault';
import type { Page, Query } from './provider';
import type { Walking } from './walk';

const MOST_PAGES = 10_000;
const MOST_STALE_PAGES = 3;
const MOST_STEPS_BACK = 10;

/** Sees that a walk ends, and that nobody is delivered twice. */
export class Guard {
	private readonly seen = new Set<string>();

	private readonly visited = new Set<string>();

	/** What the page before held. */
	private last = '';

	private pages = 0;

	private stale = 0;

	private stepsBack = 0;

	constructor(private readonly walking: Walking) {}

	get pagesLeft(): number {
		return this.mostPages - this.pages;
	}

	private get mostPages(): number {
		return this.walking.plan.maxPages ?? MOST_PAGES;
	}

	get isFull(): boolean {
		return this.walking.plan.maxPages !== undefined && this.pagesLeft <= 0;
	}

	/** Before a page is asked for. */
	visit(position: Query): void {
		this.pages += 1;
		if (this.pages > this.mostPages) {
			throw this.fault(position, `the list has no end after ${this.mostPages} pages`);
		}
		if (!this.walking.listing.paging.cursor) return;
		const key = JSON.stringify(position);
		if (this.visited.has(key)) throw this.fault(position, 'the cursor of the next page repeats');
		this.visited.add(key);
	}

	/** A list that shrinks again and again without showing anyone new gets nowhere. */
	stepBack(position: Query): void {
		this.stepsBack += 1;
		this.last = '';
		if (this.stepsBack > MOST_STEPS_BACK) {
			throw this.fault(position, 'the total keeps changing and nothing new comes');
		}
	}

	/** The page's records that were not delivered yet. */
	fresh(position: Query, { records, total = -1, dropped = 0 }: Page): IDataObject[] {
		const ids = records.map((record) => this.walking.listing.id(record));
		const content = ids.map((id, index) => id ?? JSON.stringify(records[index]));
		const page = [total, ...content].join('\n');
		if (records.length > 0 && page === this.last) {
			throw this.fault(position, 'it repeats the page before');
		}
		this.last = page;
		const news = records.filter((_, index) => this.isNew(ids[index]));
		if (news.length > 0) this.stepsBack = 0;
		this.stale = news.length + dropped > 0 || total !== -1 ? 0 : this.stale + 1;
		return news;
	}

	/** After a page that isn't the last. */
	goOn(position: Query): void {
		if (this.stale < MOST_STALE_PAGES) return;
		throw this.fault(position, `${MOST_STALE_PAGES} pages in a row brought nobody new`);
	}

	private isNew(id: string | undefined): boolean {
		if (id === undefined) return true;
		if (this.seen.has(id)) return false;
		this.seen.add(id);
		return true;
	}

	private fault(position: Query, what: string): ProviderFault {
		const { provider, listing } = this.walking;
		return new ProviderFault({
			provider,
			text: `the list of ${listing.what} cannot be walked to its end: ${what} (${listing.paging.name(position)}, page ${this.pages} of this walk)`,
			next: 'Try again later. If it stays so, report it to the provider, or stop early with a limit.',
		});
	}
}
