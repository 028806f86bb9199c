import type { IDataObject } from 'n8n-workflow';
import type { Call, Query } from '../http/connection';

/** What a list is and how its pages follow each other. Types only. */

/** One page, read from an answer's body. */
export interface Page {
	records: IDataObject[];
	/** Records of the page that were not asked for and are left out of `records`. */
	dropped?: number;
	/** The page with what was dropped, in its order: offsets are counted in it. */
	whole?: IDataObject[];
	/** How many records there are in all, where the provider can be trusted on it. */
	total?: number;
	/** Records per full page. */
	size?: number;
	/** The number of the last page. */
	lastPage?: number;
	/** The provider says that there is another page, without a number. */
	another?: boolean;
	/** Pages are numbered, but nothing says which is the last: only an empty one ends the list. */
	endUntold?: boolean;
	/** The cursor of the next page. */
	nextToken?: string;
}

/** How a walk begins and how far it may go. */
export interface WalkPlan {
	/** Records per page to ask for. */
	size: number;
	/** Where to begin: an offset or a page token. */
	start?: number | string;
	/** How many records are wanted; Infinity where the node filters or returns all. */
	need: number;
	/** Pages requested in parallel. */
	prefetch: number;
	maxPages?: number;
}

/** What is still wanted after a page. */
export interface Remaining {
	size: number;
	/** Records still wanted. */
	left: number;
	/** How many positions to name at most. */
	pages: number;
	/** How many records of the page were on none before it. */
	news?: number;
}

/** A paging style: data in, data out; `undefined` says that this was the last page. */
export interface Paging {
	first(plan: WalkPlan): Query;
	next(sent: Query, page: Page, remaining: Remaining): Query | undefined;
	/** The position `by` records earlier, for a list that shrank during the walk. */
	back?(sent: Query, page: Page, by: number): Query;
	/** Positions from the next one on, as far as they are certain. */
	ahead?(sent: Query, page: Page, remaining: Remaining): Query[];
	/** How many records lie before this position. */
	before?(sent: Query): number;
	/** Whether the provider says that there are more, however many this page has. */
	promisesMore?(sent: Query, page: Page): boolean;
	/** For messages: "offset 200". */
	name(sent: Query): string;
	/** What to set to continue from here, after `past` records of this page. */
	resume?(sent: Query, past: number): string;
	/** Positions are the provider's cursors: one that comes again is a loop. */
	cursor?: boolean;
}

/** A list that can be walked. */
export interface Listing {
	/** Plural, for messages: "users". */
	what: string;
	call: Call;
	paging: Paging;
	/** Page size: asked for by default, and the most that the API takes. */
	size?: { usual: number; most: number };
	/** Most records that the API ever gives in one list. */
	ceiling?: number;
	/** A field that some keys may not read, and what to do about it. */
	privileged?: { field: string; next: string };
	/** The provider's codes that mean: the list is empty. */
	emptyCodes?: readonly string[];
	/** undefined where the body isn't such a page. */
	page: (body: unknown) => Page | undefined;
	id: (record: IDataObject) => string | undefined;
}

/** One walk through a list. */
export interface Walk {
	/** The provider's title. */
	provider: string;
	listing: Listing;
	plan: WalkPlan;
	/** How many pages to request in parallel from now on; the plan's number unless given. */
	prefetch?: () => number;
	fetch: (position: Query) => Promise<Page>;
	/** Tells the user something about the result as a whole. */
	hint: (text: string) => void;
}

/** How far a walk has come. */
export interface WalkState {
	at: Query;
	/** Records delivered so far. */
	delivered: number;
	/** Records that the provider sent, but that were not asked for. */
	dropped: number;
	/** How many there are, as the provider said last. */
	total?: number;
	/** What the last page that had records, or counted them, said of the list. */
	promise?: Pick<Page, 'total' | 'lastPage' | 'size'>;
}
