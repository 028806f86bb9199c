import type { INodeListSearchResult } from 'n8n-workflow';
import { fold } from '../text/fold';
import { isPhone, phoneDigits } from '../text/pasted';

/** Something to choose: its name as it is shown and searched, and its ID. */
export interface PickerOption {
	name: string;
	value: string;
	/** The provider's own page about it. */
	url?: string;
}

/** What a picker is asked for. */
export interface PickerSearch {
	typed: string;
	/** How many results came before. */
	skip: number;
	/** How many results to give at once; 50 unless given. */
	most?: number;
}

const RESULTS_AT_ONCE = 50;

/** A pasted ID finds its option, too; a phone number is found however it is written. */
function fitting(typed: string): (option: PickerOption) => boolean {
	const folded = fold(typed);
	const digits = phoneDigits(typed);
	const phone = isPhone(digits);
	return ({ name, value }) =>
		value === typed || fold(name).includes(folded) || (phone && name.includes(digits));
}

/** The options that fit, after those that came before, each once. */
export class Matches {
	private readonly results: PickerOption[] = [];

	private readonly seen = new Set<string>();

	private more = false;

	private readonly fits: (option: PickerOption) => boolean;

	private readonly most: number;

	constructor(private readonly search: PickerSearch) {
		this.most = search.most ?? RESULTS_AT_ONCE;
		this.fits = fitting(search.typed);
	}

	add(page: readonly PickerOption[]): void {
		for (const option of page) {
			if (this.seen.has(option.value) || !this.fits(option)) continue;
			this.seen.add(option.value);
			if (this.seen.size > this.search.skip) this.results.push(option);
		}
	}

	/** A full page of results, with more to come as far as the list shows. */
	isEnough(ended: boolean): boolean {
		this.more = this.results.length + (ended ? 0 : 1) > this.most;
		return this.more;
	}

	/** Nothing fits, among these results or those before. */
	get isEmpty(): boolean {
		return this.seen.size === 0;
	}

	get answer(): INodeListSearchResult {
		if (!this.more) return { results: this.results };
		const paginationToken = String(this.search.skip + this.most);
		return { results: this.results.slice(0, this.most), paginationToken };
	}
}
