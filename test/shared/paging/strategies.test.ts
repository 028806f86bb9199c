import {
	offsetPaging,
	onePage,
	pageNumberPaging,
	tokenPaging,
} from '../../../nodes/shared/paging/strategies';
import type { Query } from '../../../nodes/shared/http/connection';
import type { Page } from '../../../nodes/shared/paging/listing';

const all = Number.POSITIVE_INFINITY;
const some = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
const page = (count: number, rest: Partial<Page> = {}): Page => ({ records: some(count), ...rest });
const want = (left: number, size = 10, pages = 5) => ({ left, size, pages });
const plan = (size: number, need: number, start?: number | string) => ({
	size,
	need,
	prefetch: 5,
	...(start === undefined ? {} : { start }),
});

describe('paging by offset', () => {
	const paging = offsetPaging({ offset: 'offset', count: 'count' });
	const at = (offset: number, count = 10): Query => ({ count, offset });

	it.each([
		['everything', plan(10, all), at(0)],
		['no more than is wanted', plan(10, 3), at(0, 3)],
		['where it is told to', plan(10, all, 40), at(40)],
		['where a text tells it to', plan(10, all, '40'), at(40)],
	])('begins with %s', (_what, from, first) => {
		expect(paging.first(from)).toEqual(first);
	});

	it.each<[string, Query, Page, number, Query | undefined]>([
		['a full page', at(0), page(10, { total: 25 }), all, at(10)],
		['the last full page', at(10), page(10, { total: 20 }), all, undefined],
		['the last page', at(20), page(5, { total: 25 }), all, undefined],
		['a page that a cap cut short', at(0), page(4, { total: 25 }), all, at(4)],
		['a page longer than asked for', at(0), page(14, { total: 25 }), all, at(14)],
		['records that were dropped', at(0), page(6, { total: 25, dropped: 4 }), all, at(10)],
		['nothing but dropped records', at(0), page(0, { total: 25, dropped: 10 }), all, at(10)],
		['an empty page before the total', at(10), page(0, { total: 25 }), all, at(20)],
		['an empty page at the total', at(20), page(0, { total: 25 }), all, undefined],
		['a total that is too small', at(0), page(10, { total: 3 }), all, undefined],
		['a full page without a total', at(0), page(10), all, at(10)],
		['a short page without a total', at(0), page(9), all, at(9)],
		['an empty page without a total', at(0), page(0), all, undefined],
		['a little that is still wanted', at(0), page(10, { total: 25 }), 3, at(10, 3)],
		['a limit that is reached', at(0), page(10, { total: 25 }), 0, at(10)],
	])('goes on after %s', (_what, sent, got, left, next) => {
		expect(paging.next(sent, got, want(left))).toEqual(next);
	});

	it.each([
		[at(20), 5, at(15)],
		[at(20), 20, at(0)],
		[at(20), 99, at(0)],
		[at(0), 1, at(0)],
	])('steps back from %j by %d to %j', (sent, by, back) => {
		expect(paging.back?.(sent, page(3), by)).toEqual(back);
	});

	it.each<[string, Query, Page, ReturnType<typeof want>, Query[]]>([
		[
			'as many as may be asked for',
			at(0),
			page(10, { total: 99 }),
			want(all, 10, 2),
			[at(10), at(20)],
		],
		['up to the total', at(0), page(10, { total: 25 }), want(all), [at(10), at(20)]],
		['up to what is wanted', at(0), page(10, { total: 99 }), want(15), [at(10), at(20, 5)]],
		['in the steps of a cap', at(0), page(4, { total: 14 }), want(all), [at(4), at(8), at(12)]],
		['in single steps', at(0), page(1, { total: 4 }), want(all), [at(1), at(2), at(3)]],
		[
			'in whole pages after a short one',
			at(0, 3),
			page(3, { total: 99 }),
			want(15),
			[at(3), at(13, 5)],
		],
		['in the steps of longer pages', at(0), page(14, { total: 40 }), want(all), [at(14), at(28)]],
		[
			'past dropped records',
			at(0),
			page(9, { total: 25, dropped: 1 }),
			want(all),
			[at(10), at(20)],
		],
		['nothing without a total', at(0), page(10), want(all), []],
		['nothing after the last page', at(20), page(5, { total: 25 }), want(all), []],
		['nothing after an empty page', at(0), page(0, { total: 25 }), want(all), []],
		['nothing where nothing is wanted', at(0), page(10, { total: 25 }), want(0), []],
		[
			'nothing where no page may be asked for',
			at(0),
			page(10, { total: 25 }),
			want(all, 10, 0),
			[],
		],
	])('sees ahead %s', (_what, sent, got, wanted, positions) => {
		expect(paging.ahead?.(sent, got, wanted)).toEqual(positions);
		if (positions.length > 0) expect(paging.next(sent, got, wanted)).toEqual(positions[0]);
	});

	it('names an offset, counts what lies before it and says how to continue there', () => {
		expect(paging.name(at(200))).toBe('offset 200');
		expect(paging.before?.(at(200))).toBe(200);
		expect(paging.resume?.(at(200), 7)).toBe("set 'Offset' under Options to 207");
		expect(paging.cursor).toBeUndefined();
	});

	it('uses the names that the provider uses', () => {
		const other = offsetPaging({ offset: 'skip', count: 'top' });
		expect(other.first(plan(5, all, 2))).toEqual({ top: 5, skip: 2 });
		expect(other.next({ top: 5, skip: 2 }, page(5), want(all, 5))).toEqual({ top: 5, skip: 7 });
	});
});

describe('paging by page number', () => {
	const paging = pageNumberPaging('page');

	it('asks for the first page without a number', () => {
		expect(paging.first(plan(0, all))).toEqual({});
	});

	it.each<[string, Query, Page, Query | undefined]>([
		['the first of three pages', {}, page(10, { lastPage: 3 }), { page: 2 }],
		['the second of three pages', { page: 2 }, page(10, { lastPage: 3 }), { page: 3 }],
		['the last page', { page: 3 }, page(4, { lastPage: 3 }), undefined],
		['a page beyond the last', { page: 4 }, page(4, { lastPage: 3 }), undefined],
		['an empty page before the last', { page: 2 }, page(0, { lastPage: 3 }), { page: 3 }],
		['an empty last page', { page: 3 }, page(0, { lastPage: 3 }), undefined],
		['a page before the total', { page: 2 }, page(10, { total: 25 }), { page: 3 }],
		['a page that reaches the total', { page: 3 }, page(5, { total: 25, size: 10 }), undefined],
		['nothing but dropped records', {}, page(0, { lastPage: 3, dropped: 10 }), { page: 2 }],
		[
			'a page that only says there is another',
			{ page: 2 },
			page(3, { another: true }),
			{ page: 3 },
		],
		['an empty page that says there is another', {}, page(0, { another: true }), undefined],
		['a bare list', {}, page(10), undefined],
		['a last page that denies another', {}, page(9, { lastPage: 1, another: true }), undefined],
	])('goes on after %s', (_what, sent, got, next) => {
		expect(paging.next(sent, got, want(all))).toEqual(next);
	});

	it.each<[Query, Page, number, Query]>([
		[{ page: 5 }, page(10, { size: 10 }), 1, { page: 4 }],
		[{ page: 5 }, page(10, { size: 10 }), 10, { page: 4 }],
		[{ page: 5 }, page(10, { size: 10 }), 11, { page: 3 }],
		[{ page: 5 }, page(2, { size: 10 }), 10, { page: 4 }],
		[{ page: 5 }, page(10), 10, { page: 4 }],
		[{ page: 5 }, page(0), 2, { page: 3 }],
		[{ page: 2 }, page(10), 10, {}],
		[{ page: 2 }, page(10), 99, {}],
		[{}, page(10), 1, {}],
	])('steps back from %j', (sent, got, by, back) => {
		expect(paging.back?.(sent, got, by)).toEqual(back);
	});

	const pages = (...numbers: number[]) => numbers.map((number) => ({ page: number }));
	it.each<[string, Query, Page, ReturnType<typeof want>, Query[]]>([
		[
			'as many as may be asked for',
			{},
			page(10, { lastPage: 99 }),
			want(all, 0, 3),
			pages(2, 3, 4),
		],
		['up to the last page', { page: 4 }, page(10, { lastPage: 6 }), want(all), pages(5, 6)],
		['up to what is wanted', {}, page(10, { lastPage: 99 }), want(15), pages(2, 3)],
		[
			'by the size that the provider tells',
			{},
			page(8, { lastPage: 99, size: 10 }),
			want(20),
			pages(2, 3),
		],
		['nothing without a last page', {}, page(10, { another: true }), want(all), []],
		['nothing after the last page', { page: 6 }, page(10, { lastPage: 6 }), want(all), []],
		['nothing beyond the last page', { page: 9 }, page(10, { lastPage: 6 }), want(all), []],
		['nothing where nothing is wanted', {}, page(10, { lastPage: 6 }), want(0), []],
		['nothing where no page may be asked for', {}, page(10, { lastPage: 6 }), want(all, 0, 0), []],
	])('sees ahead %s', (_what, sent, got, wanted, positions) => {
		expect(paging.ahead?.(sent, got, wanted)).toEqual(positions);
		if (positions.length > 0) expect(paging.next(sent, got, wanted)).toEqual(positions[0]);
	});

	it('names a page', () => {
		expect(paging.name({})).toBe('page 1');
		expect(paging.name({ page: 12 })).toBe('page 12');
		expect(paging.before).toBeUndefined();
		expect(paging.resume).toBeUndefined();
	});
});

describe('paging by token', () => {
	const paging = tokenPaging({ token: 'pageToken', size: 'maxResults', field: 'Page Token' });

	it.each([
		['everything', plan(50, all), { maxResults: 50 }],
		['no more than is wanted', plan(50, 7), { maxResults: 7 }],
		['where it is told to', plan(50, all, 'abc'), { maxResults: 50, pageToken: 'abc' }],
		['at the start where the token is empty', plan(50, all, ''), { maxResults: 50 }],
	])('begins with %s', (_what, from, first) => {
		expect(paging.first(from)).toEqual(first);
	});

	it('continues only where the page names the next token, and with the same size', () => {
		const sent = { maxResults: 7, pageToken: 'abc' };
		const next = { maxResults: 7, pageToken: 'def' };
		expect(paging.next(sent, page(7, { nextToken: 'def' }), want(1))).toEqual(next);
		expect(paging.next(sent, page(0, { nextToken: 'def' }), want(1))).toEqual(next);
		expect(paging.next(sent, page(7), want(9))).toBeUndefined();
		expect(paging.next(sent, page(7, { nextToken: '' }), want(9))).toBeUndefined();
		expect(sent).toEqual({ maxResults: 7, pageToken: 'abc' });
	});

	it('is a cursor: names it, says how to continue, has nothing to prefetch or step back to', () => {
		expect(paging.cursor).toBe(true);
		expect(paging.name({})).toBe('page token (none)');
		expect(paging.name({ pageToken: 'abc' })).toBe('page token abc');
		expect(paging.resume?.({ pageToken: 'abc' }, 3)).toBe("set 'Page Token' under Options to abc");
		expect(paging.resume?.({}, 3)).toBe("leave 'Page Token' under Options empty");
		expect([paging.ahead, paging.back, paging.before]).toEqual([undefined, undefined, undefined]);
	});
});

it('one page is all there is', () => {
	expect(onePage.first(plan(0, all))).toEqual({});
	expect(onePage.next({}, page(10, { lastPage: 9, another: true, total: 99 }), want(all))).toBe(
		undefined,
	);
	expect(onePage.name({})).toBe('the only page');
});
