import fc from 'fast-check';
import { decide, readRetryAfter, type Ask, type TroubleKind } from '../../../nodes/shared/http/retry';

const policy = { retries: 4, maxWaitMs: 60_000 };
const fresh = { repeats: 0, waitedMs: 0, signedAfresh: false };
const half = () => 0.5;
const judge = (ask: Ask, tally = {}, limits = {}) =>
	decide(ask, { tally: { ...fresh, ...tally }, policy: { ...policy, ...limits } }, half);

const final = { again: false, why: 'final' };
const spent = { again: false, why: 'spent' };
const tooLong = { again: false, why: 'wait-too-long' };
const after = (afterMs: number) => ({ again: true, afterMs });

describe('what is repeated', () => {
	it.each<[TroubleKind, object, object]>([
		['refused', final, final],
		['busy', after(250), after(250)],
		['later', after(250), final],
		['unsettled', final, final],
		['unsigned', after(0), final],
		['broken', after(250), final],
		['unreached', after(250), after(250)],
		['cancelled', final, final],
	])('%s: a read is %j, a write is %j', (kind, read, write) => {
		expect(judge({ kind, write: false })).toEqual(read);
		expect(judge({ kind, write: true })).toEqual(write);
	});

	it('is signed afresh only once', () => {
		expect(judge({ kind: 'unsigned', write: false }, { signedAfresh: true })).toEqual(final);
		expect(judge({ kind: 'busy', write: false }, { signedAfresh: true })).toEqual(after(250));
	});

	it('ends when the repeats are used up', () => {
		expect(judge({ kind: 'busy', write: false }, { repeats: 3 })).toEqual(after(2000));
		expect(judge({ kind: 'busy', write: false }, { repeats: 4 })).toEqual(spent);
		expect(judge({ kind: 'unreached', write: true }, { repeats: 4 })).toEqual(spent);
		expect(judge({ kind: 'unsigned', write: false }, { repeats: 4 })).toEqual(spent);
		expect(judge({ kind: 'busy', write: false }, {}, { retries: 0 })).toEqual(spent);
	});

	it('says of a failure that is never repeated that it is final, however many repeats are left', () => {
		expect(judge({ kind: 'refused', write: false }, { repeats: 4 })).toEqual(final);
		expect(judge({ kind: 'broken', write: true, retryAfterMs: 1 })).toEqual(final);
	});
});

describe('how long it waits', () => {
	it('doubles the widest wait with every repeat, up to ten seconds', () => {
		const widest = [0, 1, 2, 3, 4, 5, 6, 20].map((repeats) =>
			decide(
				{ kind: 'busy', write: false },
				{ tally: { ...fresh, repeats }, policy: { retries: 99, maxWaitMs: 1e9 } },
				() => 1,
			),
		);
		expect(widest).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000].map(after));
	});

	it('keeps the jitter within nothing and the widest wait, and all waiting within the budget', () => {
		fc.assert(
			fc.property(
				fc.record({
					random: fc.double({ min: 0, max: 1, noNaN: true }),
					repeats: fc.nat(9),
					waitedMs: fc.nat(70_000),
					maxWaitMs: fc.nat(60_000),
				}),
				({ random, repeats, waitedMs, maxWaitMs }) => {
					const verdict = decide(
						{ kind: 'broken', write: false },
						{ tally: { ...fresh, repeats, waitedMs }, policy: { retries: 10, maxWaitMs } },
						() => random,
					);
					const most = Math.min(Math.max(0, maxWaitMs - waitedMs), 500 * 2 ** repeats, 10_000);
					expect(verdict).toEqual(after(expect.any(Number) as number));
					const { afterMs } = verdict as { afterMs: number };
					expect(afterMs).toBeGreaterThanOrEqual(0);
					expect(afterMs).toBeLessThanOrEqual(most);
				},
			),
		);
	});

	it('draws from Math.random where nothing else is given', () => {
		jest.restoreAllMocks();
		const drawn = new Set<number>();
		for (let round = 0; round < 20; round++) {
			const verdict = decide({ kind: 'busy', write: false }, { tally: fresh, policy });
			drawn.add((verdict as { afterMs: number }).afterMs);
		}
		expect(drawn.size).toBeGreaterThan(10);
	});

	it('waits as long as the provider asks, to the millisecond', () => {
		expect(judge({ kind: 'busy', write: true, retryAfterMs: 7000 })).toEqual(after(7000));
		expect(judge({ kind: 'broken', write: false, retryAfterMs: 0 })).toEqual(after(0));
		expect(judge({ kind: 'busy', write: false, retryAfterMs: 60_000 })).toEqual(after(60_000));
	});

	it('gives up at once where the provider asks for more than is left', () => {
		expect(judge({ kind: 'busy', write: false, retryAfterMs: 60_001 })).toEqual(tooLong);
		const waited = { waitedMs: 55_000, repeats: 1 };
		expect(judge({ kind: 'busy', write: false, retryAfterMs: 5000 }, waited)).toEqual(after(5000));
		expect(judge({ kind: 'busy', write: false, retryAfterMs: 5001 }, waited)).toEqual(tooLong);
	});

	it('never waits to sign afresh, whatever is asked', () => {
		expect(judge({ kind: 'unsigned', write: false, retryAfterMs: 9e9 })).toEqual(after(0));
	});
});

describe('Retry-After', () => {
	const now = Date.parse('2026-11-21T12:00:00Z');
	const read = (value: string, date?: string) =>
		readRetryAfter({ 'retry-after': value, ...(date === undefined ? {} : { date }) }, now);

	it.each([
		['0', 0],
		['7', 7000],
		[' 120 ', 120_000],
		['1.5', 1500],
		['1.25', 1250],
		['0000030', 30_000],
	])('%j is %d ms', (value, ms) => {
		expect(read(value)).toBe(ms);
	});

	it.each([
		'',
		'   ',
		'soon',
		'-5',
		'+3',
		'5 seconds',
		'soon 5',
		'10,20',
		'1e3',
		'NaN',
		'Infinity',
		'5 May',
		'Wed',
	])('%j says nothing', (value) => {
		expect(read(value)).toBeUndefined();
	});

	it('is undefined where there is no such header', () => {
		expect(readRetryAfter({ date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, now)).toBeUndefined();
	});

	it.each([
		['IMF-fixdate', 'Sat, 21 Nov 2026 12:00:30 GMT'],
		['asctime', 'Sat Nov 21 12:00:30 2026'],
		['RFC 850', 'Saturday, 21-Nov-26 12:00:30 GMT'],
		['ISO', '2026-11-21T12:00:30Z'],
	])('takes a date (%s) from our clock where the answer has no date', (_form, value) => {
		expect(read(value)).toBe(30_000);
	});

	it("takes a date from the provider's clock where the answer tells it", () => {
		const wrong = 'Sat, 21 Nov 2026 12:10:00 GMT';
		expect(read('Sat, 21 Nov 2026 12:10:05 GMT', wrong)).toBe(5000);
	});

	it('takes our clock where the date of the answer is garbage', () => {
		expect(read('Sat, 21 Nov 2026 12:00:09 GMT', 'yesterday')).toBe(9000);
	});

	it('a date that is past means at once', () => {
		expect(read('Sat, 21 Nov 2026 11:59:00 GMT')).toBe(0);
		expect(read('Sat, 21 Nov 2026 12:00:00 GMT', 'Sat, 21 Nov 2026 12:10:00 GMT')).toBe(0);
	});

	it('counts from now where no clock is given', () => {
		const value = new Date(Date.now() + 20_000).toUTCString();
		const ms = readRetryAfter({ 'retry-after': value });
		expect(ms).toBeGreaterThan(18_000);
		expect(ms).toBeLessThanOrEqual(20_000);
	});
});
