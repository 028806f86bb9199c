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

	private last = { ids: '', total: -1 };

	private pages = 0;

	private stale = 0;

	private stepsBack = 0;

	constructor(private readonly walking: Walking) {}

	get pagesLeft(): number {
		return (this.walking.plan.maxPages ?? MOST_PAGES) - this.pages;
	}

	get isFull(): boolean {
		return this.walking.plan.maxPages !== undefined && this.pagesLeft <= 0;
	}

	/** Before a page is asked for. */
	visit(position: Query): void {
		this.pages += 1;
		if (this.pages > MOST_PAGES) {
			throw this.fault(position, `the list has no end after ${MOST_PAGES} pages`);
		}
		if (!this.walking.listing.paging.cursor) return;
		const key = JSON.stringify(position);
		if (this.visited.has(key)) throw this.fault(position, 'the cursor of the next page repeats');
		this.visited.add(key);
	}

	/** A list that shrinks again and again without showing anyone new gets nowhere. */
	stepBack(position: Query): void {
		this.stepsBack += 1;
		if (this.stepsBack > MOST_STEPS_BACK) {
			throw this.fault(position, 'the total keeps changing and nothing new comes');
		}
	}

	/** The page's records that were not delivered yet. */
	fresh(position: Query, { records, total = -1 }: Page): IDataObject[] {
		const { listing } = this.walking;
		const ids = records.map((record) => listing.id(record));
		const key = ids.join('\n');
		if (records.length > 0 && key === this.last.ids && total === this.last.total) {
			throw this.fault(position, 'it repeats the page before');
		}
		this.last = { ids: key, total };
		const news = records.filter((_, index) => this.isNew(ids[index]));
		this.count(position, news.length, total);
		return news;
	}

	private isNew(id: string | undefined): boolean {
		if (id === undefined) return true;
		if (this.seen.has(id)) return false;
		this.seen.add(id);
		return true;
	}

	private count(position: Query, news: number, total: number): void {
		this.stale = news > 0 ? 0 : this.stale + 1;
		if (news > 0) this.stepsBack = 0;
		if (total === -1 && this.stale >= MOST_STALE_PAGES) {
			throw this.fault(position, `${MOST_STALE_PAGES} pages in a row brought nobody new`);
		}
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
