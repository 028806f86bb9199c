import type { IDataObject } from 'n8n-workflow';
import {
	offsetPaging,
	pageNumberPaging,
	tokenPaging,
} from '../../../nodes/shared/paging/strategies';
import type { Query } from '../../../nodes/shared/http/connection';
import type { Listing, Page, Paging, WalkPlan } from '../../../nodes/shared/paging/listing';
import { walk } from '../../../nodes/shared/paging/walk';

export type Style = 'offset' | 'page' | 'token';

const STYLES: Record<Style, Paging> = {
	offset: offsetPaging({ offset: 'offset', count: 'count' }),
	page: pageNumberPaging('page'),
	token: tokenPaging({ token: 'token', size: 'count', field: 'Page Token' }),
};

/** A person has a rank, so that others can come in between and a cursor stays true. */
interface Person {
	id: number;
	rank: number;
}

export interface DirectoryOptions {
	style: Style;
	people: number;
	/** Page size where the provider chooses it, and the most it gives at once. */
	cap?: number;
	/** The total that the provider gives; undefined gives none. */
	told?: (real: number, request: number) => number | undefined;
	/** What happens before a request is answered. */
	before?: (directory: Directory, request: number) => void;
}

/** A provider's list, which may change between two answers. */
export class Directory {
	readonly requests: Query[] = [];

	people: Person[];

	private nextId: number;

	constructor(private readonly options: DirectoryOptions) {
		this.people = Array.from({ length: options.people }, (_, id) => ({ id, rank: id }));
		this.nextId = options.people;
	}

	get ids(): number[] {
		return this.people.map(({ id }) => id);
	}

	/** Takes out whoever is there, counted round. */
	remove(at: number): void {
		if (this.people.length > 0) this.people.splice(at % this.people.length, 1);
	}

	/** Puts someone new there. */
	insert(at: number): void {
		const index = at % (this.people.length + 1);
		const before = this.people[index - 1]?.rank ?? -1;
		const after = this.people[index]?.rank ?? before + 2;
		this.people.splice(index, 0, { id: this.nextId++, rank: (before + after) / 2 });
	}

	async fetch(position: Query): Promise<Page> {
		this.requests.push(position);
		this.options.before?.(this, this.requests.length);
		return this.answer(position);
	}

	answer(position: Query): Page {
		const { style, cap = Number.POSITIVE_INFINITY, told = (real) => real } = this.options;
		const size = Math.min(Number(position.count ?? cap), cap);
		const total = told(this.people.length, this.requests.length);
		const start = this.startOf(position, size);
		const people = this.people.slice(start, start + size);
		const last = people.at(-1);
		const more = start + size < this.people.length;
		const page: Page = { records: people.map(({ id }) => ({ id })) };
		if (style === 'token')
			return more && last ? { ...page, nextToken: `after ${last.rank}` } : page;
		return total === undefined ? page : { ...page, ...counted(style, total, cap) };
	}

	private startOf({ offset = 0, page = 1, token }: Query, size: number): number {
		if (this.options.style === 'offset') return Number(offset);
		if (this.options.style === 'page') return (Number(page) - 1) * size;
		const after = token === undefined ? -Infinity : Number(String(token).split(' ')[1]);
		const start = this.people.findIndex(({ rank }) => rank > after);
		return start < 0 ? this.people.length : start;
	}
}

function counted(style: Style, total: number, size: number): Partial<Page> {
	if (style === 'offset') return { total };
	return { total, size, lastPage: Math.max(1, Math.ceil(total / size)) };
}

export const listingOf = (paging: Paging, rest: Partial<Listing> = {}): Listing => ({
	what: 'users',
	call: { method: 'GET', path: '/users' },
	paging,
	page: () => undefined,
	id: ({ id }) => (id === undefined || id === null ? undefined : JSON.stringify(id)),
	...rest,
});

export interface Walked {
	ids: unknown[];
	hints: string[];
	error: Error | undefined;
	requests: Query[];
}

type Fetch = (position: Query) => Promise<Page>;

export const everything: WalkPlan = { size: 5, need: Number.POSITIVE_INFINITY, prefetch: 1 };

/** Walks to the end, or until as many were read as are wanted. */
export async function walkThrough(
	listing: Listing,
	fetch: Fetch,
	plan: Partial<WalkPlan> = {},
): Promise<Walked> {
	const walked: Walked = { ids: [], hints: [], error: undefined, requests: [] };
	const records: IDataObject[] = [];
	try {
		const pages = walk({
			provider: 'Plainly',
			listing,
			plan: { ...everything, ...plan },
			fetch: async (position) => {
				walked.requests.push(position);
				return await fetch(position);
			},
			hint: (hint) => walked.hints.push(hint),
		});
		for await (const page of pages) records.push(...page.records);
	} catch (error) {
		walked.error = error as Error;
	}
	walked.ids = records.map(({ id }) => id);
	return walked;
}

export async function walkDirectory(
	options: DirectoryOptions,
	plan: Partial<WalkPlan> = {},
): Promise<Walked & { directory: Directory }> {
	const directory = new Directory(options);
	const listing = listingOf(STYLES[options.style]);
	const walked = await walkThrough(listing, async (at) => await directory.fetch(at), plan);
	return { ...walked, directory };
}

/** Pages in the order in which they are asked for; the last one is given again and again. */
export function scripted(...pages: Page[]): Fetch {
	let asked = 0;
	return async () => pages[Math.min(asked++, pages.length - 1)] ?? { records: [] };
}

export const people = (...ids: unknown[]): IDataObject[] =>
	ids.map((id) => ({ id }) as IDataObject);

export const paged = STYLES;
