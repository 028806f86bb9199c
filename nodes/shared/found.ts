import type { INodeListSearchResult } from 'n8n-workflow';
import type { Entry } from './entries';

/** What a list is asked for. */
export interface Asked {
	typed: string;
	/** How many results came before. */
	skip: number;
}

const RESULTS_AT_ONCE = 50;

/** Whoever pastes an ID finds its entry, too; a phone number is found however it is written. */
function fits({ name, value }: Entry, typed: string): boolean {
	if (value === typed || name.toLowerCase().includes(typed.toLowerCase())) return true;
	const digits = typed.replace(/[\s().-]/g, '');
	return /^\+?\d{3,}$/.test(digits) && name.includes(digits);
}

/** Matches after those that came before, each once. */
export class Found {
	private readonly results: Entry[] = [];

	private readonly seen = new Set<string>();

	private more = false;

	constructor(private readonly asked: Asked) {}

	add(page: readonly Entry[]): void {
		for (const entry of page) {
			if (this.seen.has(entry.value) || !fits(entry, this.asked.typed)) continue;
			this.seen.add(entry.value);
			if (this.seen.size > this.asked.skip) this.results.push(entry);
		}
	}

	/** Not where the list may be over with exactly as many. */
	isEnough(ended: boolean): boolean {
		this.more = this.results.length + (ended ? 0 : 1) > RESULTS_AT_ONCE;
		return this.more;
	}

	/** Nothing fits, on this page of results or before. */
	get isEmpty(): boolean {
		return this.seen.size === 0;
	}

	get answer(): INodeListSearchResult {
		if (!this.more) return { results: this.results };
		const paginationToken = String(this.asked.skip + RESULTS_AT_ONCE);
		return { results: this.results.slice(0, RESULTS_AT_ONCE), paginationToken };
	}
}
