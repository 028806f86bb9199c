import { withoutOverlap } from '../../../nodes/shared/trigger/overlap';

const MINUTE = 60_000;
const told = async () => 'told';

/** A poll that ends when it is told to. */
function pending() {
	let end = (_: string | Error): void => undefined;
	const poll = async () =>
		await new Promise<string>((resolve, reject) => {
			end = (how) => (typeof how === 'string' ? resolve(how) : reject(how));
		});
	return { poll, end: (how: string | Error = 'slow') => end(how) };
}

describe('polls of one node', () => {
	beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick'] }));
	afterEach(() => void jest.useRealTimers());

	it('never run at the same time', async () => {
		const slow = pending();
		const first = withoutOverlap('a', MINUTE, slow.poll);
		const second = jest.fn(told);
		expect(await withoutOverlap('a', MINUTE, second)).toBeNull();
		expect(second).not.toHaveBeenCalled();
		slow.end();
		expect(await first).toBe('slow');
		expect(await withoutOverlap('a', MINUTE, told)).toBe('told');
	});

	it('do not hold up those of another node', async () => {
		const slow = pending();
		const first = withoutOverlap('a', MINUTE, slow.poll);
		expect(await withoutOverlap('b', MINUTE, told)).toBe('told');
		slow.end();
		await first;
	});

	it('run again after one that failed', async () => {
		const slow = pending();
		const first = withoutOverlap('a', MINUTE, slow.poll);
		slow.end(new Error('no'));
		await expect(first).rejects.toThrow('no');
		expect(await withoutOverlap('a', MINUTE, told)).toBe('told');
	});

	it('run again after the time of one that never ends', async () => {
		const [hanging, later] = [pending(), pending()];
		const first = withoutOverlap('a', MINUTE, hanging.poll);
		jest.setSystemTime(Date.now() + MINUTE - 1);
		expect(await withoutOverlap('a', MINUTE, told)).toBeNull();
		jest.setSystemTime(Date.now() + 1);
		const second = withoutOverlap('a', MINUTE + 1, later.poll);
		// The first ends after all: the second is still running
		hanging.end();
		await first;
		expect(await withoutOverlap('a', MINUTE, told)).toBeNull();
		later.end();
		expect(await second).toBe('slow');
		expect(await withoutOverlap('a', MINUTE, told)).toBe('told');
	});
});
