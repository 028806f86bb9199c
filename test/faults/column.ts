import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest, ProviderName, Sandbox } from '../../sandbox';

/** An operation that meets every fault: a column of the matrix. */
export interface Column {
	provider: ProviderName;
	operation: string;
	/** A `get` may be a walk of its own, where the API finds nobody. */
	kind: 'list' | 'get' | 'write';
	/** How many requests it takes where nothing goes wrong. */
	requests: number;
	/** The HTTP status of its success; 200 if left out. */
	answersWith?: number;
	/** A write whose user is looked up before. */
	readsFirst?: boolean;
	/** What settles a write whose outcome is in doubt. */
	settledBy?: 'a look-up' | 'nobody';
	/** How many requests that look-up takes. */
	lookUp?: number;
	/** Each run has a provider of its own. */
	start(): Promise<Scene>;
}

/** Of an item the fields that matter; a function says whether a value is right. */
export type Wanted = Record<string, unknown>;

export const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** A provider with its people, and an operation about to be carried out there. */
export interface Scene {
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
	/** Which request a fault meets that comes once. */
	isMet: (request: LoggedRequest) => boolean;
	/** How often the write shows in the provider's state. */
	done?: () => number;
	/** What must never be shown. */
	secrets: string[];
}

export const nameOf = ({ provider, operation }: Column): string => `${provider}·${operation}`;

export const never = (): boolean => false;
export const always = (): boolean => true;

export const locator = (mode: string, value: string): INodeParameters => ({
	__rl: true,
	mode,
	value,
});

export const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The one that a test is about; there is one, or the test itself is wrong. */
export function the<Item>(item: Item | undefined): Item {
	if (item === undefined) throw new Error('There is nobody.');
	return item;
}

let last = 0;

/** A name or number that no other cell of this process has. */
export const unique = (): number => (last += 1);
