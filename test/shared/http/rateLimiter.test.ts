import fc from 'fast-check';
import { RateLimiter, rateLimiterOf } from '../../../nodes/shared/http/rateLimiter';
import type { Rate } from '../../../nodes/shared/http/connection';

beforeEach(() => {
	jest.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
	jest.useRealTimers();
});

interface Seen {
	name: number;
	start: number;
	/** When it reaches the provider: somewhere between start and answer. */
	arrival: number;
}

interface Request {
	latency: number;
	/** How much of the latency has passed when it arrives, 0 to 1. */
	way: number;
}

/** Sends all requests at once through the rate limiter. */
async function sendAll(limiter: RateLimiter, rate: Rate, requests: Request[]): Promise<Seen[]> {
	const seen: Seen[] = [];
	const sent = requests.map(async ({ latency, way }, name) => {
		const done = await limiter.turn(rate);
		const start = Date.now();
		seen.push({ name, start, arrival: start + latency * way });
		await new Promise((resolve) => setTimeout(resolve, latency));
		done();
	});
	const all = Promise.all(sent);
	await jest.runAllTimersAsync();
	await all;
	return seen;
}

/** The most arrivals in any window of that length, both ends counted in. */
function mostWithin(seen: Seen[], windowMs: number): number {
	const times = seen.map(({ arrival }) => arrival).sort((a, b) => a - b);
	return Math.max(
		...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length),
	);
}

const requestArb = fc.record({
	latency: fc.integer({ min: 0, max: 3000 }),
	way: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a rate limiter', () => {
	it('never lets more than the rate reach the provider in any window, whatever the network does', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(requestArb, { minLength: 1, maxLength: 40 }),
				fc.constantFrom({ requests: 10, seconds: 1 }, { requests: 1, seconds: 1 }),
				async (requests, rate) => {
					const seen = await sendAll(new RateLimiter(), rate, requests);
					expect(seen).toHaveLength(requests.length);
					expect(mostWithin(seen, rate.seconds * 1000)).toBeLessThanOrEqual(rate.requests);
				},
			),
			{ numRuns: 30 },
		);
	});

	it('is first come, first served', async () => {
		const requests = Array.from({ length: 30 }, (_, at) => ({ latency: (at * 7) % 90, way: 0 }));
		const seen = await sendAll(new RateLimiter(), { requests: 3, seconds: 1 }, requests);
		expect(seen.map(({ name }) => name)).toEqual(requests.map((_, at) => at));
	});

	it('wastes no time: 20 instant requests at 10 a second take one second', async () => {
		const instant = Array.from({ length: 20 }, () => ({ latency: 0, way: 0 }));
		const seen = await sendAll(new RateLimiter(), { requests: 10, seconds: 1 }, instant);
		const starts = seen.map(({ start }) => start - 1_000_000);
		expect(starts.slice(0, 10)).toEqual(Array(10).fill(0));
		expect(Math.min(...starts.slice(10))).toBe(1000);
		expect(Math.max(...starts)).toBe(1000);
	});

	it.each([
		[0.5, [0, 2000, 4000]],
		[1, [0, 1000, 2000]],
		[2.5, [0, 0, 800]],
		[1000, [0, 0, 0]],
	])('keeps %d requests a second', async (requests, starts) => {
		const three = Array.from({ length: 3 }, () => ({ latency: 0, way: 0 }));
		const seen = await sendAll(new RateLimiter(), { requests, seconds: 1 }, three);
		expect(seen.map(({ start }) => start - 1_000_000)).toEqual(starts);
	});

	it('counts a request that is still under way', async () => {
		const seen = await sendAll(new RateLimiter(), { requests: 1, seconds: 1 }, [
			{ latency: 5000, way: 1 },
			{ latency: 0, way: 0 },
		]);
		const [, second] = seen;
		expect((second?.start ?? 0) - 1_000_000).toBeGreaterThanOrEqual(6000);
		expect((second?.start ?? 0) - 1_000_000).toBeLessThan(6100);
	});

	it('leaves no timer behind', async () => {
		await sendAll(new RateLimiter(), { requests: 2, seconds: 1 }, [
			{ latency: 10, way: 0 },
			{ latency: 10, way: 0 },
			{ latency: 10, way: 0 },
		]);
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('cancelling', () => {
	const rate = { requests: 1, seconds: 60 };

	it('ends a wait within 200 ms', async () => {
		const limiter = new RateLimiter();
		(await limiter.turn(rate))();
		const { signal, abort } = cancellation();
		const waiting = ended(limiter.turn(rate, signal));
		await jest.advanceTimersByTimeAsync(5000);
		expect(waiting.over).toBe(false);
		abort();
		await jest.advanceTimersByTimeAsync(200);
		expect(waiting.over).toBe(true);
	});

	it('ends a wait within 200 ms also where others of another execution wait before it', async () => {
		const limiter = new RateLimiter();
		(await limiter.turn(rate))();
		const others = [ended(limiter.turn(rate)), ended(limiter.turn(rate))];
		const { signal, abort } = cancellation();
		const mine = ended(limiter.turn(rate, signal));
		await jest.advanceTimersByTimeAsync(1000);
		abort();
		await jest.advanceTimersByTimeAsync(200);
		expect(mine.over).toBe(true);
		expect(others.map(({ over }) => over)).toEqual([false, false]);
	});

	it('takes no turn of those who wait on', async () => {
		const limiter = new RateLimiter();
		(await limiter.turn(rate))();
		const { signal, abort } = cancellation();
		const cancelled = Array.from({ length: 5 }, () => ended(limiter.turn(rate, signal)));
		const other = ended(limiter.turn(rate));
		abort();
		await jest.advanceTimersByTimeAsync(200);
		expect(cancelled.every(({ over }) => over)).toBe(true);
		expect(other.over).toBe(false);
		await jest.advanceTimersByTimeAsync(60_000);
		expect(other.over).toBe(true);
	});

	it('lets an execution that is already over pass at once', async () => {
		const limiter = new RateLimiter();
		(await limiter.turn(rate))();
		const passed = ended(limiter.turn(rate, AbortSignal.abort()));
		await jest.advanceTimersByTimeAsync(0);
		expect(passed.over).toBe(true);
	});
});

describe('the rate limiter of a credential', () => {
	it('is one for the same provider and credential, whoever asks', () => {
		const credentials = { apiKey: 'one', baseUrl: 'https://a.example' };
		expect(rateLimiterOf('Quo', credentials)()).toBe(rateLimiterOf('Quo', { ...credentials })());
		expect(rateLimiterOf('Quo', credentials)()).not.toBe(rateLimiterOf('Quo', { apiKey: 'two' })());
		expect(rateLimiterOf('Quo', credentials)()).not.toBe(
			rateLimiterOf('Worksection', credentials)(),
		);
	});

	it('is forgotten once it is idle and many others are in use', async () => {
		const first = rateLimiterOf('Pruned', 'first');
		const before = first();
		const busy = rateLimiterOf('Pruned', 'busy')();
		const done = await busy.turn({ requests: 1, seconds: 1 });
		for (let other = 0; other < 300; other++) rateLimiterOf('Pruned', other)();
		expect(first()).not.toBe(before);
		expect(rateLimiterOf('Pruned', 'busy')()).toBe(busy);
		done();
	});

	it('is kept until its last request no longer counts, and while a request waits for its turn', async () => {
		const rate = { requests: 1, seconds: 1 };
		const own = rateLimiterOf('Kept', 'own')();
		const useMany = () => {
			for (let other = 0; other < 300; other++) rateLimiterOf(`Kept at ${Date.now()}`, other)();
		};
		(await own.turn(rate))();
		const waiting = own.turn(rate);
		useMany();
		expect(rateLimiterOf('Kept', 'own')()).toBe(own);
		await jest.advanceTimersByTimeAsync(1500);
		(await waiting)();
		expect(own.idle).toBe(false);
		useMany();
		expect(rateLimiterOf('Kept', 'own')()).toBe(own);
		await jest.advanceTimersByTimeAsync(1500);
		expect(own.idle).toBe(true);
		useMany();
		expect(rateLimiterOf('Kept', 'own')()).not.toBe(own);
	});

	it('is kept where there are few', () => {
		const few = rateLimiterOf('Few', 'own')();
		rateLimiterOf('Few', 'other')();
		expect(rateLimiterOf('Few', 'own')()).toBe(few);
	});

	it('stays the same for two who use it, also when it was idle and forgotten in between', () => {
		const mine = rateLimiterOf('Shared', 'key');
		const theirs = rateLimiterOf('Shared', 'key');
		mine();
		for (let other = 0; other < 300; other++) rateLimiterOf('Shared', other)();
		expect(mine()).toBe(theirs());
	});
});

function cancellation() {
	const controller = new AbortController();
	return { signal: controller.signal, abort: () => controller.abort() };
}

function ended(turn: Promise<unknown>): { over: boolean } {
	const state = { over: false };
	void turn.then(() => (state.over = true));
	return state;
}
