import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Style } from '../paging/directory';
import { even, listAll, numbers } from './listAll';

describe('the limit', () => {
	it.each([1, 4, 5, 6, 11, 12, 99])('of %d is exact', async (limit) => {
		for (const style of ['offset', 'page', 'token'] as const) {
			const asked = { parameters: { returnAll: false, limit } };
			const { list, directory } = listAll({ style, people: 12, cap: 5 }, asked);
			expect(await list()).toEqual(numbers(Math.min(12, limit)));
			expect(directory.requests.length).toBeLessThanOrEqual(Math.ceil(Math.min(12, limit) / 5));
		}
	});

	it('counts what passes the filters', async () => {
		const asked = { parameters: { returnAll: false, limit: 4 }, passes: even };
		const { list } = listAll({ style: 'offset', people: 60 }, asked);
		expect(await list()).toEqual([0, 2, 4, 6]);
	});

	it.each([
		[0, "'Limit' must be at least 1, not 0."],
		[-5, "'Limit' must be at least 1, not -5."],
		[1.5, "'Limit' must be a whole number, not 1.5."],
		[null, "'Limit' must be a number, not empty."],
		['many', "'Limit' must be a number, not 'many'."],
	])('of %p is refused before anything is sent', async (limit, message) => {
		const asked = { parameters: { returnAll: false, limit } };
		const { list, directory } = listAll({ style: 'offset', people: 12 }, asked);
		await expect(list()).rejects.toThrow(message);
		expect(directory.requests).toEqual([]);
	});

	it('does not matter where all are to be returned', async () => {
		const asked = { parameters: { returnAll: true, limit: 0 } };
		expect(await listAll({ style: 'offset', people: 7 }, asked).list()).toEqual(numbers(7));
	});
});

describe('an empty result', () => {
	it('says that none were returned', async () => {
		const { list, hints } = listAll({ style: 'offset', people: 0 }, {});
		expect(await list()).toEqual([]);
		expect(await hints()).toEqual([
			"Plainly returned no users. Check the credential's account and the parameters.",
		]);
	});

	it('says that none match the filters', async () => {
		const { list, hints } = listAll({ style: 'page', people: 12, cap: 5 }, { passes: () => false });
		expect(await list()).toEqual([]);
		expect(await hints()).toEqual([
			'No users match the filters (12 read). Check their values, or remove one.',
		]);
	});
});

describe('several input items', () => {
	it('share the pages of the same list, and get users of their own', async () => {
		const { list, directory } = listAll({ style: 'offset', people: 12 }, { count: 3 });
		expect(await Promise.all([list(0), list(1), list(2)])).toEqual(Array(3).fill(numbers(12)));
		expect(directory.requests).toHaveLength(3);
	});

	it('read a list again after a write', async () => {
		const { list, directory, context } = listAll({ style: 'offset', people: 5 }, { count: 2 });
		expect(await list(0)).toEqual(numbers(5));
		directory.insert(5);
		expect(await list(1)).toEqual(numbers(5));
		(await context.account()).cache.forget();
		expect(await list(1)).toEqual(numbers(6));
	});
});

describe('whatever is asked for', () => {
	it('the limit is exact, everybody who passes comes once and in order, and little more is asked', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.record({
					style: fc.constantFrom<Style>('offset', 'page', 'token'),
					people: fc.nat(80),
					cap: fc.integer({ min: 1, max: 15 }),
					pageSize: fc.integer({ min: 1, max: 50 }),
					pagesAtOnce: fc.integer({ min: 1, max: 10 }),
					limit: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
					divisor: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
				}),
				async ({ style, people, cap, pageSize, pagesAtOnce, limit, divisor }) => {
					const passes = ({ id }: IDataObject) => Number(id) % (divisor ?? 1) === 0;
					const { list, directory } = listAll(
						{ style, people, cap },
						{
							parameters: { returnAll: limit === undefined, limit: limit ?? 1 },
							options: { pageSize, pagesAtOnce },
							...(divisor === undefined ? {} : { passes }),
						},
					);
					const wanted = numbers(people).filter((id) => passes({ id }));
					expect(await list()).toEqual(wanted.slice(0, limit));
					const size = style === 'page' ? cap : Math.min(cap, pageSize, limitOf(limit, divisor));
					const seen = limit === undefined ? people : (wanted[limit - 1] ?? people - 1) + 1;
					const ahead = divisor === undefined ? 0 : pagesAtOnce;
					expect(directory.requests.length).toBeLessThanOrEqual(
						Math.max(1, Math.ceil(seen / size)) + ahead,
					);
				},
			),
			{ numRuns: 200 },
		);
	});
});

const limitOf = (limit: number | undefined, divisor: number | undefined): number =>
	divisor === undefined && limit !== undefined ? limit : Number.POSITIVE_INFINITY;

describe('a field that some keys may not read', () => {
	const privileged = { field: 'email', next: 'Use the key of an admin.' };
	const hint = "Plainly returned no 'email' for any of the users. Use the key of an admin.";
	const hintsFor = async (parameters: IDataObject, people = 7) => {
		const { list, hints } = listAll(
			{ style: 'offset', people },
			{ parameters, listing: { privileged } },
		);
		await list();
		return await hints();
	};

	it('is told where no user has it and the output would show it', async () => {
		expect(await hintsFor({ output: 'simplified' })).toEqual([hint]);
		expect(await hintsFor({ output: 'selected', fields: ['email'] })).toEqual([hint]);
	});

	it('is no matter where the output does not show it, or a user has it', async () => {
		expect(await hintsFor({ output: 'selected', fields: ['id'] })).toEqual([]);
		const { list, hints } = listAll(
			{ style: 'offset', people: 7 },
			{ listing: { privileged: { ...privileged, field: 'id' } } },
		);
		await list();
		expect(await hints()).toEqual([]);
	});
});

it('completes each record before it is shaped', async () => {
	const complete = (record: IDataObject) => ({ ...record, id: `u${String(record.id)}` });
	const { list } = listAll({ style: 'page', people: 3, cap: 2 }, { complete });
	expect(await list()).toEqual(['u0', 'u1', 'u2']);
});
