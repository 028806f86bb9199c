import fc from 'fast-check';
import type { ErrorKind } from '../../../nodes/shared/errors';
import { decideRetry, type FailedAttempt } from '../../../nodes/shared/http/retry';

const policy = { retries: 4, maxWaitMs: 60_000 };
const first = { repeats: 0, waitedMs: 0, signedAgain: false };
const half = () => 0.5;
const decide = (failed: FailedAttempt, attempts = {}, limits = {}) =>
	decideRetry(
		failed,
		{ attempts: { ...first, ...attempts }, policy: { ...policy, ...limits } },
		half,
	);

const final = { stop: 'final' };
const spent = { stop: 'spent' };
const tooLong = { stop: 'wait-too-long' };
const after = (afterMs: number) => ({ afterMs });

describe('what is repeated', () => {
	it.each<[ErrorKind, object, object]>([
		['refused', final, final],
		['rateLimited', after(250), after(250)],
		['refusedForNow', after(250), final],
		['providerFailed', final, final],
		['signatureExpired', after(0), final],
		['answerLost', after(250), final],
		['unreachable', after(250), after(250)],
		['cancelled', final, final],
		['notFound', final, final],
		['ambiguous', final, final],
		['incompleteList', final, final],
		['endlessList', final, final],
	])('%s: a read is %j, a write is %j', (kind, read, write) => {
		expect(decide({ kind, write: false })).toEqual(read);
		expect(decide({ kind, write: true })).toEqual(write);
	});

	it('is signed again only once', () => {
		expect(decide({ kind: 'signatureExpired', write: false }, { signedAgain: true })).toEqual(
			final,
		);
		expect(decide({ kind: 'rateLimited', write: false }, { signedAgain: true })).toEqual(
			after(250),
		);
	});

	it('ends when the repeats are used up', () => {
		expect(decide({ kind: 'rateLimited', write: false }, { repeats: 3 })).toEqual(after(2000));
		expect(decide({ kind: 'rateLimited', write: false }, { repeats: 4 })).toEqual(spent);
		expect(decide({ kind: 'unreachable', write: true }, { repeats: 4 })).toEqual(spent);
		expect(decide({ kind: 'signatureExpired', write: false }, { repeats: 4 })).toEqual(spent);
		expect(decide({ kind: 'rateLimited', write: false }, {}, { retries: 0 })).toEqual(spent);
	});

	it('says of an error that is never repeated that it is final, however many repeats are left', () => {
		expect(decide({ kind: 'refused', write: false }, { repeats: 4 })).toEqual(final);
		expect(decide({ kind: 'answerLost', write: true, retryAfterMs: 1 })).toEqual(final);
	});
});

describe('how long it waits', () => {
	it('doubles the widest wait with every repeat, up to ten seconds', () => {
		const widest = [0, 1, 2, 3, 4, 5, 6, 20].map((repeats) =>
			decideRetry(
				{ kind: 'rateLimited', write: false },
				{ attempts: { ...first, repeats }, policy: { retries: 99, maxWaitMs: 1e9 } },
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
					const decision = decideRetry(
						{ kind: 'answerLost', write: false },
						{ attempts: { ...first, repeats, waitedMs }, policy: { retries: 10, maxWaitMs } },
						() => random,
					);
					const most = Math.min(Math.max(0, maxWaitMs - waitedMs), 500 * 2 ** repeats, 10_000);
					expect(decision).toEqual(after(expect.any(Number) as number));
					const { afterMs } = decision as { afterMs: number };
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
			const decision = decideRetry(
				{ kind: 'rateLimited', write: false },
				{ attempts: first, policy },
			);
			drawn.add((decision as { afterMs: number }).afterMs);
		}
		expect(drawn.size).toBeGreaterThan(10);
	});

	it('waits as long as the provider asks, to the millisecond', () => {
		expect(decide({ kind: 'rateLimited', write: true, retryAfterMs: 7000 })).toEqual(after(7000));
		expect(decide({ kind: 'rateLimited', write: false, retryAfterMs: 60_000 })).toEqual(
			after(60_000),
		);
	});

	it.each([0, 1, 249])(
		'waits as long as ever where the provider asks for %d ms',
		(retryAfterMs) => {
			for (const write of [false, true]) {
				expect(decide({ kind: 'rateLimited', write, retryAfterMs })).toEqual(after(250));
			}
		},
	);

	it('gives up at once where the provider asks for more than is left', () => {
		expect(decide({ kind: 'rateLimited', write: false, retryAfterMs: 60_001 })).toEqual(tooLong);
		const waited = { waitedMs: 55_000, repeats: 1 };
		expect(decide({ kind: 'rateLimited', write: false, retryAfterMs: 5000 }, waited)).toEqual(
			after(5000),
		);
		expect(decide({ kind: 'rateLimited', write: false, retryAfterMs: 5001 }, waited)).toEqual(
			tooLong,
		);
	});

	it.each<[FailedAttempt['kind'], number | undefined]>([
		['rateLimited', 0],
		['rateLimited', undefined],
		['refusedForNow', undefined],
		['answerLost', 0],
	])('repeats no %s, asked to wait %p ms, with no time left', (kind, retryAfterMs) => {
		const failed = { kind, write: false, retryAfterMs };
		expect(decide(failed, {}, { maxWaitMs: 0 })).toEqual(spent);
		expect(decide(failed, { waitedMs: 60_000, repeats: 1 })).toEqual(spent);
		expect(decide(failed, { waitedMs: 59_999, repeats: 1 })).toEqual(after(1));
	});

	it('repeats what nobody asked to wait for, with no time left, too', () => {
		const lost = decide({ kind: 'unreachable', write: true }, {}, { maxWaitMs: 0 });
		expect(lost).toEqual(after(0));
	});

	it('never waits to sign again, whatever is asked', () => {
		expect(decide({ kind: 'signatureExpired', write: false, retryAfterMs: 9e9 })).toEqual(after(0));
	});
});
