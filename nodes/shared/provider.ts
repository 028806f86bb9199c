import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Item } from './item';

/** The contract between a provider's room and the shared engine. Types only. */

export type Query = Record<string, string | number | boolean>;

/** One request, before it is signed. */
export interface Call {
	method: 'GET' | 'POST';
	/** Appended to the base URL; variable parts come through `segment()`. */
	path: string;
	query?: Query;
	/** Sent as application/x-www-form-urlencoded. */
	form?: Query;
	/** Sent as JSON. */
	json?: IDataObject;
	/** Values of this call that must never be shown, should the provider echo them. */
	secrets?: string[];
}

/** One HTTP answer, whatever its status. `body` is undefined where the text isn't JSON. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	text: string;
	body: unknown;
}

/**
 * - `refused`: final.
 * - `busy`: the rate is used up and nothing was done; wait and repeat.
 * - `later`: refused for now; a read is repeated, a write isn't.
 * - `unsettled`: the provider failed inside; final for a read, and a write's outcome is unknown.
 * - `unsigned`: the signature's time was not accepted; sign again, once.
 * - `broken`: no usable answer; a write's outcome is unknown.
 */
export type FailureKind = 'refused' | 'busy' | 'later' | 'unsettled' | 'unsigned' | 'broken';

/** Why a request came to nothing, in n8n's terms (`Failure` of n8n-workflow). */
export type Cause =
	'rate-limited' | 'quota-exhausted' | 'temporarily-unavailable' | 'credential-invalid';

/** A provider's refusal in its own words and code, and what the user can do about it. */
export interface Failure {
	text: string;
	code?: string;
	next?: string;
	/** Left out, it follows from the HTTP status. */
	kind?: FailureKind;
	/** Left out, it follows from the kind and the HTTP status. */
	cause?: Cause;
}

/** The provider's published rate. */
export interface Rate {
	requests: number;
	seconds: number;
}

export interface Provider {
	/** As the user knows it; begins every message. */
	title: string;
	/** The credential type's name. */
	credential: string;
	rate?: Rate;
	/** Where calls go; throws where the credential's URL breaks the rules. */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** What must never be shown of these credentials; throws where they can't be used. */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	/** Judges body and status together; undefined where all is well. */
	readFailure(answer: Answer): Failure | undefined;
	/** resource → operation → what to do. */
	resources: Record<string, Record<string, Operation>>;
}

/** The json of an input item's output items, or a last step that waits until all items had their turn. */
export type Delivery = IDataObject[] | { afterAll: () => Promise<IDataObject[]> };

export type Operation = (item: Item) => Promise<Delivery>;

/** One page, read from an answer's body. */
export interface Page {
	records: IDataObject[];
	/** Records of the page that were not asked for and are left out of `records`. */
	dropped?: number;
	/** The page with what was dropped, in its order: places are counted in it. */
	whole?: IDataObject[];
	/** How many records there are in all, where the provider can be trusted on it. */
	total?: number;
	/** Records per full page. */
	size?: number;
	/** The number of the last page. */
	lastPage?: number;
	/** The provider says that there is another page, without a number. */
	another?: boolean;
	/** The cursor of the next page. */
	nextToken?: string;
}

/** How a walk begins and how far it may go. */
export interface Plan {
	/** Records per page to ask for. */
	size: number;
	/** Where to begin: an offset or a page token. */
	start?: number | string;
	/** How many records are wanted; Infinity where the node filters or returns all. */
	need: number;
	/** Pages asked for side by side. */
	ahead: number;
	maxPages?: number;
}

/** A paging style: data in, data out; `undefined` says that this was the last page. */
export interface Paging {
	first(plan: Plan): Query;
	next(sent: Query, page: Page, want: Want): Query | undefined;
	/** The position `by` records earlier, for a list that shrank under way. */
	back?(sent: Query, page: Page, by: number): Query;
	/** Positions from the next one on, as far as they are certain. */
	ahead?(sent: Query, page: Page, want: Want): Query[];
	/** How many records lie before this position. */
	before?(sent: Query): number;
	/** Whether the provider says that there are more, however many this page has. */
	promisesMore?(sent: Query, page: Page): boolean;
	/** For messages: "offset 200". */
	name(sent: Query): string;
	/** What to set to go on from here; `past` records of this page are done with. */
	resume?(sent: Query, past: number): string;
	/** Every position is new only where the provider's cursor says so. */
	cursor?: boolean;
}

export interface Want {
	size: number;
	/** Records still wanted after this page. */
	left: number;
	/** How many positions to name at most. */
	pages: number;
}

/** A list that can be walked. */
export interface Listing {
	/** Plural, for messages: "users". */
	what: string;
	call: Call;
	paging: Paging;
	/** Page size: asked for by default, and the range that the API takes. */
	size?: { usual: number; most: number };
	/** Most records that the API ever gives in one list. */
	ceiling?: number;
	/** A field that some keys may not read, and who may. */
	privileged?: { field: string; next: string };
	/** undefined where the body isn't such a page. */
	page(body: unknown): Page | undefined;
	id(record: IDataObject): string | undefined;
}
