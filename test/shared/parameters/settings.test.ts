import { OPTION } from '../../../nodes/shared/parameters/optionFields';
import { InputError } from '../../../nodes/shared/errors';
import { readSettings } from '../../../nodes/shared/parameters/settings';

function read(options: Record<string, unknown>) {
	const hints: string[] = [];
	return { settings: readSettings(options, (hint) => hints.push(hint)), hints };
}

const refusal = (options: Record<string, unknown>): string => {
	try {
		read(options);
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	throw new Error('It was accepted.');
};

it('without options everything is as the contract says', () => {
	expect(read({})).toEqual({
		settings: {
			timeoutMs: 30_000,
			retries: 4,
			maxWaitMs: 60_000,
			requestsPerSecond: undefined,
			pageSize: undefined,
			start: undefined,
			pagesAtOnce: 5,
			maxPages: undefined,
			concurrency: 1,
		},
		hints: [],
	});
});

it.each([
	[{ timeout: 1 }, { timeoutMs: 1 }],
	[{ timeout: '2500' }, { timeoutMs: 2500 }],
	[{ timeout: 3_600_000 }, { timeoutMs: 3_600_000 }],
	[{ maxWait: 0 }, { maxWaitMs: 0 }],
	[{ maxWait: 1.5 }, { maxWaitMs: 1500 }],
	[{ retries: 0 }, { retries: 0 }],
	[{ retries: '10' }, { retries: 10 }],
	[{ requestsPerSecond: 0 }, { requestsPerSecond: 0 }],
	[{ requestsPerSecond: 0.5 }, { requestsPerSecond: 0.5 }],
	[{ pageSize: 7 }, { pageSize: 7 }],
	[{ offset: 0 }, { start: 0 }],
	[{ offset: 40 }, { start: 40 }],
	[{ pageToken: ' abc ' }, { start: 'abc' }],
	[{ pageToken: 12345 }, { start: '12345' }],
	[{ pageToken: '' }, { start: undefined }],
	[{ pageToken: '', offset: 7 }, { start: 7 }],
	[{ concurrency: 3 }, { concurrency: 3 }],
	[{ concurrency: '10' }, { concurrency: 10 }],
	[{ pagesAtOnce: 10 }, { pagesAtOnce: 10 }],
	[{ maxPages: 1 }, { maxPages: 1 }],
])('%j is %j, without a hint', (options, part) => {
	expect(read(options)).toEqual({ settings: expect.objectContaining(part), hints: [] });
});

it('a time-out is whole milliseconds, as the clock wants it', () => {
	expect(read({ timeout: 1500.5 }).settings.timeoutMs).toBe(1501);
	expect(() => AbortSignal.timeout(read({ timeout: 0.5 + 1 }).settings.timeoutMs)).not.toThrow();
});

it.each([
	[{ retries: 11 }, { retries: 10 }, "'Retries' was set to 10: it can be 0 to 10."],
	[{ retries: -1 }, { retries: 0 }, "'Retries' was set to 0: it can be 0 to 10."],
	[{ retries: 2.7 }, { retries: 2 }, "'Retries' was set to 2: it can be 0 to 10."],
	[{ pagesAtOnce: 0 }, { pagesAtOnce: 1 }, "'Pages at Once' was set to 1: it can be 1 to 10."],
	[{ pagesAtOnce: 99 }, { pagesAtOnce: 10 }, "'Pages at Once' was set to 10: it can be 1 to 10."],
	[{ concurrency: 11 }, { concurrency: 10 }, "'Concurrency' was set to 10: it can be 1 to 10."],
	[{ concurrency: 0 }, { concurrency: 1 }, "'Concurrency' was set to 1: it can be 1 to 10."],
])('%j is brought into its range, with a hint', (options, part, hint) => {
	expect(read(options)).toEqual({ settings: expect.objectContaining(part), hints: [hint] });
});

it.each([
	[{ timeout: 0 }, "'Timeout' must be at least 1, not 0."],
	[{ timeout: 3_600_001 }, "'Timeout' must be at most 3600000, not 3600001."],
	[{ timeout: 'long' }, "'Timeout' must be a number, not 'long'."],
	[{ timeout: null }, "'Timeout' must be a number, not empty."],
	[{ maxWait: -1 }, "'Max Wait' must be at least 0, not -1."],
	[{ maxWait: {} }, "'Max Wait' must be a number, not an object."],
	[{ retries: 'many' }, "'Retries' must be a number, not 'many'."],
	[{ retries: null }, "'Retries' must be a number, not empty."],
	[{ requestsPerSecond: -1 }, "'Requests per Second' must be at least 0, not -1."],
	[{ pageSize: 'big' }, "'Page Size' must be a number, not 'big'."],
	[{ offset: -1 }, "'Offset' must be at least 0, not -1."],
	[{ offset: 1.5 }, "'Offset' must be a whole number, not 1.5."],
	[{ offset: '' }, "'Offset' is empty."],
	[{ offset: undefined }, "'Offset' must be a number, not empty."],
	[{ timeout: undefined }, "'Timeout' must be a number, not empty."],
	[{ maxWait: undefined }, "'Max Wait' must be a number, not empty."],
	[{ pagesAtOnce: undefined }, "'Pages at Once' must be a number, not empty."],
	[{ maxPages: undefined }, "'Max Pages' must be a number, not empty."],
	[{ concurrency: undefined }, "'Concurrency' must be a number, not empty."],
	[{ pageToken: undefined }, "'Page Token' is empty."],
	[{ pageToken: null }, "'Page Token' is empty."],
	[{ pageToken: ' ' }, "'Page Token' is empty."],
	[{ pageToken: ['a'] }, "'Page Token' must be text, not a list."],
	[{ pagesAtOnce: '' }, "'Pages at Once' is empty."],
	[{ maxPages: 0 }, "'Max Pages' must be at least 1, not 0."],
	[{ maxPages: 1.5 }, "'Max Pages' must be a whole number, not 1.5."],
])('%j is refused by name', (options, message) => {
	expect(refusal(options)).toBe(message);
});

it('Max Pages, merely added, stops no later than a list without it', () => {
	expect(OPTION.maxPages.default).toBe(10_000);
});
