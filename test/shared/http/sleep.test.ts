import { cancellableSleep } from '../../../nodes/shared/http/sleep';

beforeEach(() => {
	jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
	jest.useRealTimers();
});

/** When the sleep was over. */
async function lengthOf(ms: number, signal?: AbortSignal): Promise<number> {
	const end = cancellableSleep(ms, signal).then(() => Date.now());
	await jest.runAllTimersAsync();
	return await end;
}

it.each([0, -5, 1, 99, 100, 101, 2500])('sleeps for %d ms', async (ms) => {
	expect(await lengthOf(ms)).toBe(Math.max(0, ms));
});

it('is over within 200 ms of being cancelled', async () => {
	const controller = new AbortController();
	setTimeout(() => controller.abort(), 1234);
	const end = await lengthOf(60_000, controller.signal);
	expect(end).toBeGreaterThanOrEqual(1234);
	expect(end).toBeLessThanOrEqual(1434);
});

it('does not begin where all is cancelled already', async () => {
	expect(await lengthOf(60_000, AbortSignal.abort())).toBe(0);
});

it('leaves no timer behind', async () => {
	await lengthOf(350);
	expect(jest.getTimerCount()).toBe(0);
});
