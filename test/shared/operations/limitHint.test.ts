import type { IDataObject } from 'n8n-workflow';
import type { Style } from '../paging/directory';
import { even, listAll } from './listAll';

it.each<[Style, number, IDataObject, string[]]>([
	// n8n's own hint says that there are more: ours adds the total, where it is known.
	['offset', 5, {}, ['There are 12 users in all.']],
	['page', 7, {}, ['There are 12 users in all.']],
	['token', 5, {}, []],
	// And the position, to whoever walks the list in parts.
	...['offset', 'maxPages'].map((option): [Style, number, IDataObject, string[]] => [
		'offset',
		7,
		{ [option]: option === 'offset' ? 0 : 9 },
		["There are 12 users in all. Set 'Offset' under Options to 7 to continue there."],
	]),
	['page', 7, { maxPages: 9 }, ['There are 12 users in all.']],
	...[{ maxPages: 9 }, { pageToken: '' }].map((options): [Style, number, IDataObject, string[]] => [
		'token',
		5,
		options,
		["Set 'Page Token' under Options to after 4 to continue there."],
	]),
])('%s says after %d with %j: %j', async (style, limit, options, expected) => {
	const asked = { parameters: { returnAll: false, limit }, options };
	const told = style === 'token' ? {} : { told: (real: number) => real };
	const { list, hints } = listAll({ style, people: 12, cap: 5, ...told }, asked);
	await list();
	expect(await hints()).toEqual(expected);
});

it('no total is told of those who pass a filter of the node', async () => {
	const parameters = { returnAll: false, limit: 3 };
	const filtered = listAll({ style: 'offset', people: 12 }, { parameters, passes: even });
	await filtered.list();
	expect(await filtered.hints()).toEqual([]);
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
	const parts = { parameters: { returnAll: false, limit: 3 }, options: { offset: 0 } };
	const cut = { ...parts, passes: even };
	const first = listAll({ style: 'offset', people: 12 }, cut);
	expect(await first.list()).toEqual([0, 2, 4]);
	const [hint] = await first.hints();
	const offset = Number(/Options to (\d+)/.exec(hint ?? '')?.[1]);
	const second = listAll({ style: 'offset', people: 12 }, { options: { offset }, passes: even });
	expect(await second.list()).toEqual([6, 8, 10]);
});

it.each([
	// To begin again with the very page that the walk began with would lead nowhere.
	[1, []],
	[
		4,
		[
			"Set 'Page Token' under Options to after 4 to continue with the page that holds the next one.",
		],
	],
])('where filters end a token walk inside a page, after %d', async (limit, expected) => {
	const asked = { parameters: { returnAll: false, limit }, options: { pageToken: '' } };
	const { list, hints } = listAll(
		{ style: 'token', people: 12, cap: 5 },
		{ ...asked, passes: even },
	);
	await list();
	expect(await hints()).toEqual(expected);
});

it('names no position where one hint is for several items', async () => {
	const parameters = { returnAll: false, limit: 5 };
	const asked = { parameters, options: { offset: 0 }, count: 2 };
	const { list, hints } = listAll({ style: 'offset', people: 12 }, asked);
	await Promise.all([list(0), list(1)]);
	expect(await hints()).toEqual(['There are 12 users in all.']);
});
