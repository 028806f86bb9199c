import type { IPollFunctions } from 'n8n-workflow';
import { budgetOf, outOfTime } from '../../../nodes/shared/trigger/budget';

const functions = (budgetMs?: unknown, mode = 'trigger'): IPollFunctions => {
	const fake: unknown = {
		getMode: () => mode,
		...(budgetMs === undefined ? {} : { getPollBudgetMs: () => budgetMs }),
	};
	return fake as IPollFunctions;
};

describe('the time of a poll', () => {
	it.each([
		[300_000, 295_000],
		[50_000, 45_000],
		[36_000, 32_400],
		[2000, 1800],
		[0, 0],
		[-5, 0],
	])('of %i ms leaves %i ms for reading the list', (allMs, ms) => {
		expect(budgetOf(functions(allMs))).toMatchObject({ allMs: Math.max(0, allMs), ms });
	});

	it.each([
		['an older n8n', functions()],
		['no number', functions(Number.NaN)],
		['no end', functions(Number.POSITIVE_INFINITY)],
		['a test event', functions(36_000, 'manual')],
	])('has no end with %s', (_what, poll) => {
		expect(budgetOf(poll)).toBeUndefined();
	});

	it('is asked for as a method', () => {
		const fake: unknown = {
			allMs: 1000,
			getMode: () => 'trigger',
			getPollBudgetMs(this: { allMs: number }) {
				return this.allMs;
			},
		};
		expect(budgetOf(fake as IPollFunctions)?.ms).toBe(900);
	});

	it('aborts the reading when it is over, and not before', async () => {
		const { signal } = budgetOf(functions(60))!;
		expect(signal.aborted).toBe(false);
		await new Promise((resolve) => signal.addEventListener('abort', resolve));
		expect(signal.aborted).toBe(true);
	});
});

describe('the error of a poll that ran out of time', () => {
	const budget = { ms: 32_400, allMs: 36_000, signal: new AbortController().signal };

	it.each([
		[{ read: 150, total: 5000 }, '150 of 5000 users were read in 32.4 s'],
		[{ read: 150 }, '150 users were read in 32.4 s'],
		[{ read: 1 }, '1 user was read in 32.4 s'],
		[{ read: 0, total: 0 }, '0 of 0 users were read in 32.4 s'],
		[{ read: 150, total: 5000, again: true }, '150 of 5000 users were read again in 32.4 s'],
	])('says how far it came: %j', (progress, words) => {
		expect(outOfTime('Plainly', budget, progress)).toMatchObject({
			message: `Plainly: ${words}, the time that n8n gives a poll, so nothing was compared.`,
			description: expect.stringMatching(
				/'Page Size'.*'Pages at Once'.*'Requests per Second'.*filter/,
			),
			details: { kind: 'incompleteList', cause: 'temporarily-unavailable' },
		});
	});
});
