import type { Query } from '../http/connection';
import type { Page, Paging, Remaining, WalkPlan } from './listing';

/** Records that the provider sent, wanted or not. */
const sentCount = ({ records, dropped = 0 }: Page): number => records.length + dropped;

const numberOf = (query: Query, name: string): number => Number(query[name] ?? 0);

/** Positions are counted in records: `offset` and `count`, with a total in every answer. */
export function offsetPaging(names: { offset: string; count: string }): Paging {
	const at = (offset: number, count: number): Query => ({
		[names.count]: count,
		[names.offset]: offset,
	});
	const offsetAfter = (sent: Query, page: Page) => numberOf(sent, names.offset) + sentCount(page);
	const wanted = ({ size, left }: Remaining) => (left > 0 ? Math.min(size, left) : size);
	return {
		first: ({ start, size, need }: WalkPlan) => at(Number(start ?? 0), Math.min(size, need)),
		next(sent, page, remaining) {
			const count = sentCount(page);
			// Without a total only an empty page is the end: a short one may be all it gives at once.
			if (page.total === undefined && count === 0) return undefined;
			// An empty page before the end is passed over.
			const offset = offsetAfter(sent, page) + (count === 0 ? numberOf(sent, names.count) : 0);
			return offset < (page.total ?? Infinity) ? at(offset, wanted(remaining)) : undefined;
		},
		back: (sent, _page, by) =>
			at(Math.max(0, numberOf(sent, names.offset) - by), numberOf(sent, names.count)),
		ahead(sent, page, { size, left, pages }) {
			const positions: Query[] = [];
			// A provider that gives fewer or more at once than it was asked for keeps doing so.
			const count = sentCount(page);
			const stride = count === numberOf(sent, names.count) ? size : count;
			let offset = offsetAfter(sent, page);
			for (let rest = left; rest > 0 && offset < (page.total ?? 0); rest -= stride) {
				if (positions.length >= pages || stride < 1) break;
				positions.push(at(offset, Math.min(size, rest)));
				offset += stride;
			}
			return positions;
		},
		before: (sent) => numberOf(sent, names.offset),
		name: (sent) => `offset ${numberOf(sent, names.offset)}`,
		resume: (sent, past) => `set 'Offset' under Options to ${numberOf(sent, names.offset) + past}`,
	};
}

/** Pages are numbered from 1; their size is the provider's choice. */
export function pageNumberPaging(name: string): Paging {
	const pageOf = (sent: Query) => Number(sent[name] ?? 1);
	const promisesMore = (sent: Query, page: Page): boolean => {
		const { lastPage, another = false, total, size = sentCount(page) } = page;
		if (lastPage !== undefined) return pageOf(sent) < lastPage;
		return another || (total !== undefined && (size === 0 || pageOf(sent) * size < total));
	};
	return {
		// The first page needs no number, and an API without pages knows none.
		first: () => ({}),
		next(sent, page) {
			// An empty page is passed over where a total or a last page promise more, not on `another` alone.
			const { lastPage, total, endUntold = false } = page;
			const goesOn = sentCount(page) > 0 || lastPage !== undefined || total !== undefined;
			return goesOn && (endUntold || promisesMore(sent, page))
				? { [name]: pageOf(sent) + 1 }
				: undefined;
		},
		promisesMore,
		back(sent, page, by) {
			const { size = sentCount(page) } = page;
			const number = Math.max(1, pageOf(sent) - Math.ceil(by / Math.max(1, size)));
			return number === 1 ? {} : { [name]: number };
		},
		ahead(sent, page, { left, pages }) {
			const { size = sentCount(page), lastPage = 0 } = page;
			const needed = Math.ceil(left / Math.max(1, size));
			const count = Math.min(pages, needed, lastPage - pageOf(sent));
			return Array.from({ length: Math.max(0, count) }, (_, step) => ({
				[name]: pageOf(sent) + 1 + step,
			}));
		},
		name: (sent) => `page ${pageOf(sent)}`,
	};
}

/** Each page names the token of the next; only its absence ends the walk. */
export function tokenPaging(names: { token: string; size: string; field: string }): Paging {
	return {
		cursor: true,
		first: ({ size, need, start }: WalkPlan) => ({
			[names.size]: Math.min(size, need),
			...(start === undefined || start === '' ? {} : { [names.token]: start }),
		}),
		// The page size stays: what a token means with another one is nowhere said.
		next: (sent, { nextToken }) => (nextToken ? { ...sent, [names.token]: nextToken } : undefined),
		name: (sent) => `page token ${String(sent[names.token] ?? '(none)')}`,
		resume: (sent) => {
			const token = sent[names.token];
			if (token === undefined) return `leave '${names.field}' under Options empty`;
			return `set '${names.field}' under Options to ${String(token)}`;
		},
	};
}

/** Everything comes at once. */
export const onePage: Paging = {
	first: () => ({}),
	next: () => undefined,
	name: () => 'the only page',
};
