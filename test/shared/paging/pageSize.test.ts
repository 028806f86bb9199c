import { pageSize } from '../../../nodes/shared/paging/pageSize';
import { onePage } from '../../../nodes/shared/paging/strategies';
import { listingOf } from './directory';

describe('the page size', () => {
	const listing = listingOf(onePage, { size: { usual: 20, most: 50 } });
	it.each([
		[undefined, 20, []],
		[1, 1, []],
		[50, 50, []],
		[51, 50, ["'Page Size' was set to 50: it can be 1 to 50."]],
		[0, 1, ["'Page Size' was set to 1: it can be 1 to 50."]],
		[-7, 1, ["'Page Size' was set to 1: it can be 1 to 50."]],
		[2.5, 2, ["'Page Size' was set to 2: it can be 1 to 50."]],
	])('that is asked for as %p is %d', (asked, size, expected) => {
		const hints: string[] = [];
		expect(pageSize(listing, asked, (hint) => hints.push(hint))).toBe(size);
		expect(hints).toEqual(expected);
	});

	it("is the provider's choice where the API takes none", () => {
		const hints: string[] = [];
		expect(pageSize(listingOf(onePage), 7, (hint) => hints.push(hint))).toBe(0);
		expect(hints).toEqual([]);
	});
});
