import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest, Sandbox } from '../../sandbox';

/** An operation that meets every fault: a column of the matrix. */
export interface Column {
	/** The node's type name. */
	provider: string;
	operation: string;
	/** A `get` may walk a list of its own, where the API has no look-up. A `poll` is the trigger's. */
	kind: 'list' | 'get' | 'write' | 'poll';
	/** How many requests it takes without a fault. */
	requests: number;
	/** The HTTP status of its success; 200 if left out. */
	answersWith?: number;
	/** Requests of the look-up before a write: one for `true`. */
	readsFirst?: boolean | number;
	/** What tells the outcome of a write whose answer is lost. */
	settledBy?: 'a look-up' | 'nothing';
	/** How many requests that look-up takes. */
	lookUp?: number;
	/** The same where it shows that nothing was done; as many unless given. */
	lookUpOfNothing?: number;
	/** A request of that look-up whose answer may have fewer users than its total says. */
	isCounted?: (request: LoggedRequest) => boolean;
	/** Its list of users: pages with a total, pages with tokens, or one page without either. */
	pages?: 'total' | 'tokens' | 'one';
	/** It ends with the page on which the total is reached. */
	endsAtTotal?: boolean;
	/** It signs with a token, which n8n renews where it is wrong; a key it would have to be told of. */
	hasToken?: boolean;
	/** Each run has a sandbox of its own. */
	start(): Promise<Fixture>;
}

/** The fields of an item that matter; a function tells whether a value is right. */
export type Wanted = Record<string, unknown>;

export const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** A provider with its users, and an operation to run there. */
export interface Fixture {
	sandbox: Sandbox<object>;
	credential: string;
	credentials: Record<string, unknown>;
	parameters: INodeParameters;
	options: INodeParameters;
	/** The items that are right. */
	items: Wanted[];
	/** The item where a look-up confirmed the write. */
	confirmed?: Wanted;
	isWrite: (request: LoggedRequest) => boolean;
	/** The request that a fault hits which happens once. */
	isHit: (request: LoggedRequest) => boolean;
	/** How often the write was carried out, by the provider's state. */
	done?: () => number;
	/** A hint that is given with every item. */
	usualHint?: RegExp;
	/** What must never be shown. */
	secrets: string[];
}

export const nameOf = ({ provider, operation }: Column): string => `${provider}·${operation}`;

export const never = (): boolean => false;
export const always = (): boolean => true;

export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

let last = 0;

/** A name or number that no other cell of this process has. */
export const unique = (): number => (last += 1);
