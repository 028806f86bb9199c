import type { Style } from '../paging/directory';
import { even, listAll } from './listAll';

it.each<[Style, number, string]>([
	['offset', 5, ", or set 'Offset' under Options to 5 to continue there."],
	['offset', 7, ", or set 'Offset' under Options to 7 to continue there."],
	['page', 7, "Turn on 'Return All' or raise 'Limit'."],
	['token', 5, ", or set 'Page Token' under Options to after 4 to continue there."],
])('%s tells after %d where to continue', async (style, limit, end) => {
	const asked = { parameters: { returnAll: false, limit } };
	const { list, hints } = listAll({ style, people: 12, cap: 5 }, asked);
	await list();
	const [hint = '', ...others] = await hints();
	expect(hint).toContain(`The limit of ${limit} was reached and there are more users.`);
	expect(hint.endsWith(end)).toBe(true);
	expect(others).toEqual([]);
});

it('no hint comes where it ends there anyway', async () => {
	for (const style of ['offset', 'page', 'token'] as const) {
		const asked = { parameters: { returnAll: false, limit: 12 } };
		const { list, hints } = listAll({ style, people: 12, cap: 5 }, asked);
		await list();
		expect(await hints()).toEqual([]);
	}
});

it('the next run continues there, with filters and without', async () => {
	const cut = { parameters: { returnAll: false, limit: 3 }, passes: even };
	const first = listAll({ style: 'offset', people: 12 }, cut);
	expect(await first.list()).toEqual([0, 2, 4]);
	const [hint] = await first.hints();
	const offset = Number(/Options to (\d+)/.exec(hint ?? '')?.[1]);
	const second = listAll({ style: 'offset', people: 12 }, { options: { offset }, passes: even });
	expect(await second.list()).toEqual([6, 8, 10]);
});

it.each([
	// To begin again with the very page that the walk began with would lead nowhere.
	[1, "Turn on 'Return All' or raise 'Limit'."],
	[
		4,
		", or set 'Page Token' under Options to after 4 to continue with the page that holds the next one.",
	],
])('where filters end a token walk inside a page, after %d', async (limit, end) => {
	const asked = { parameters: { returnAll: false, limit }, passes: even };
	const { list, hints } = listAll({ style: 'token', people: 12, cap: 5 }, asked);
	await list();
	const [hint = ''] = await hints();
	expect(hint).toContain(`The limit of ${limit} was reached and there may be more users.`);
	expect(hint.endsWith(end)).toBe(true);
});

it('names no position where one hint is for several items', async () => {
	const asked = { parameters: { returnAll: false, limit: 5 }, count: 2 };
	const { list, hints } = listAll({ style: 'offset', people: 12 }, asked);
	await Promise.all([list(0), list(1)]);
	expect(await hints()).toEqual([
		"The limit of 5 was reached and there are more users. Turn on 'Return All' or raise 'Limit'.",
	]);
});
