import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { getAll } from '../../../nodes/shared/operations/getMany';
import type { UserKind } from '../../../nodes/shared/output/shape';
import { pick } from '../../../nodes/shared/text/json';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import type { DirectoryOptions, Style } from './directory';
import { fakeRun } from '../fakeItem';
import { served } from './listing';

const kind: UserKind = {
	simplify: (user) => pick(user, ['id']),
	unify: ({ id }) => unifiedUser({ provider: 'plainly', id }),
};
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at);

interface Asked {
	parameters?: IDataObject;
	options?: IDataObject;
	passes?: (record: IDataObject) => boolean;
	count?: number;
}

function listAll(of: DirectoryOptions, { parameters, options = {}, passes, count = 1 }: Asked) {
	const { directory, listing, answer } = served(of);
	const given = { output: 'raw', returnAll: true, options, ...parameters };
	const run = fakeRun(given, { answer, count });
	const operation = getAll(() => ({ listing, ...(passes ? { passes } : {}) }), kind);
	return { directory, ...run, list: async (index = 0) => idsOf(await run.run(operation, index)) };
}

const idsOf = (users: IDataObject[]) => users.map(({ id }) => id);

const even = ({ id }: IDataObject) => Number(id) % 2 === 0;

describe('the limit', () => {
	it.each([1, 4, 5, 6, 11, 12, 99])('of %d is exact', async (limit) => {
		for (const style of ['offset', 'page', 'token'] as const) {
			const asked = { parameters: { returnAll: false, limit } };
			const { list, directory } = listAll({ style, people: 12, cap: 5 }, asked);
			expect(await list()).toEqual(numbers(Math.min(12, limit)));
			expect(directory.requests.length).toBeLessThanOrEqual(Math.ceil(Math.min(12, limit) / 5));
		}
	});

	it('counts what match the filters', async () => {
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

describe('where the limit cuts a list off', () => {
	it.each<[Style, number, string]>([
		['offset', 5, ", or set 'Offset' under Options to 5 to continue there."],
		['offset', 7, ", or set 'Offset' under Options to 7 to continue there."],
		['page', 7, "Turn on 'Return All' or raise 'Limit'."],
		['token', 5, ", or set 'Page Token' under Options to after 4 to continue there."],
	])('%s tells after %d where to go on', async (style, limit, end) => {
		const asked = { parameters: { returnAll: false, limit } };
		const { list, hints } = listAll({ style, people: 12, cap: 5 }, asked);
		await list();
		const [hint = '', ...others] = await hints();
		expect(hint).toContain(`The limit of ${limit} was reached and there are more users.`);
		expect(hint.endsWith(end)).toBe(true);
		expect(others).toEqual([]);
	});

	it('nothing is told where it ends there anyway', async () => {
		for (const style of ['offset', 'page', 'token'] as const) {
			const asked = { parameters: { returnAll: false, limit: 12 } };
			const { list, hints } = listAll({ style, people: 12, cap: 5 }, asked);
			await list();
			expect(await hints()).toEqual([]);
		}
	});

	it('the next run goes on there, with filters and without', async () => {
		const cut = { parameters: { returnAll: false, limit: 3 }, passes: even };
		const first = listAll({ style: 'offset', people: 12 }, cut);
		expect(await first.list()).toEqual([0, 2, 4]);
		const [hint] = await first.hints();
		const offset = Number(/Options to (\d+)/.exec(hint ?? '')?.[1]);
		const second = listAll({ style: 'offset', people: 12 }, { options: { offset }, passes: even });
		expect(await second.list()).toEqual([6, 8, 10]);
	});
});

describe('a list with nobody in it', () => {
	it('says that there is nobody', async () => {
		const { list, hints } = listAll({ style: 'offset', people: 0 }, {});
		expect(await list()).toEqual([]);
		expect(await hints()).toEqual([
			"Plainly returned no users. Check the credential's account and the parameters.",
		]);
	});

	it('says that nobody match the filters', async () => {
		const { list, hints } = listAll({ style: 'page', people: 12, cap: 5 }, { passes: () => false });
		expect(await list()).toEqual([]);
		expect(await hints()).toEqual([
			'None of the 12 users match the filters. Check their values, or remove one.',
		]);
	});
});

describe('several input items', () => {
	it('share the pages of the same list, and get users of their own', async () => {
		const { list, directory } = listAll({ style: 'offset', people: 12 }, { count: 3 });
		expect(await Promise.all([list(0), list(1), list(2)])).toEqual(Array(3).fill(numbers(12)));
		expect(directory.requests).toHaveLength(3);
	});

	it('read a list afresh after a write', async () => {
		const { list, directory, session } = listAll({ style: 'offset', people: 5 }, { count: 2 });
		expect(await list(0)).toEqual(numbers(5));
		directory.insert(5);
		expect(await list(1)).toEqual(numbers(5));
		session.memo.forget();
		expect(await list(1)).toEqual(numbers(6));
	});
});

it('pages that nobody wants any more are ended', async () => {
	const { listing, answer } = served({ style: 'offset', people: 60 });
	let ended = 0;
	const slow: typeof answer = async (options) => {
		if (options.url.includes('offset=0')) return await answer(options);
		return await new Promise((_, reject) => {
			options.abortSignal?.addEventListener?.('abort', () => {
				ended += 1;
				reject(new Error('aborted'));
			});
		});
	};
	const parameters = { output: 'raw', returnAll: false, limit: 2, options: { pagesAtOnce: 4 } };
	const { run } = fakeRun(parameters, { answer: slow });
	expect(idsOf(await run(getAll(() => ({ listing, passes: even }), kind)))).toEqual([0, 2]);
	expect(ended).toBe(4);
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
					const window = divisor === undefined ? 0 : pagesAtOnce;
					expect(directory.requests.length).toBeLessThanOrEqual(
						Math.max(1, Math.ceil(seen / size)) + window,
					);
				},
			),
			{ numRuns: 200 },
		);
	});
});

const limitOf = (limit: number | undefined, divisor: number | undefined): number =>
	divisor === undefined && limit !== undefined ? limit : Number.POSITIVE_INFINITY;
