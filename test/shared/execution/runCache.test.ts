import { RunCache } from '../../../nodes/shared/execution/runCache';
import { countedSource, firstOf, readAll } from '../paging/countedSource';

describe('the cache of a run', () => {
	it('makes a value once per key', () => {
		const cache = new RunCache();
		const make = jest.fn(() => ({}));
		const first = cache.once('a', make);
		expect(cache.once('a', make)).toBe(first);
		expect(cache.once('b', make)).not.toBe(first);
		expect(make).toHaveBeenCalledTimes(2);
	});

	it('keeps also a value that is undefined', () => {
		const cache = new RunCache();
		const make = jest.fn(() => undefined);
		cache.once('a', make);
		cache.once('a', make);
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('shares an error without trying again', async () => {
		const cache = new RunCache();
		const make = jest.fn(async () => await Promise.reject(new Error('No.')));
		await expect(cache.once('a', make)).rejects.toThrow('No.');
		await expect(cache.once('a', make)).rejects.toThrow('No.');
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('makes it anew after it was told to forget', () => {
		const cache = new RunCache();
		const first = cache.once('a', () => ({}));
		cache.forget();
		expect(cache.once('a', () => ({}))).not.toBe(first);
	});

	it('keeps for the whole run what is to be made once, whatever is forgotten', () => {
		const cache = new RunCache();
		const make = jest.fn(() => undefined);
		cache.oncePerRun('a', make);
		cache.forget();
		cache.oncePerRun('a', make);
		expect(make).toHaveBeenCalledTimes(1);
		expect(cache.oncePerRun('b', () => 'made')).toBe('made');
		expect(cache.oncePerRun('b', () => 'made again')).toBe('made');
	});

	it('begins a walk anew after it was told to forget, and lets one under way go on', async () => {
		const cache = new RunCache();
		const { source, seen } = countedSource(3);
		const early = cache.replay('walk', source)[Symbol.asyncIterator]();
		expect((await early.next()).value).toBe(1);
		cache.forget();
		expect(await readAll(cache.replay('walk', source))).toEqual([1, 2, 3]);
		expect((await early.next()).value).toBe(2);
		expect(seen.pulled).toBe(5);
	});

	it('closes every walk it began, also one that was forgotten', async () => {
		const cache = new RunCache();
		const [one, two] = [countedSource(9), countedSource(9)];
		await firstOf(cache.replay('one', one.source), 1);
		cache.forget();
		await firstOf(cache.replay('two', two.source), 1);
		await cache.close();
		expect([one.seen.closed, two.seen.closed]).toEqual([true, true]);
		await expect(cache.close()).resolves.toBeUndefined();
	});

	it('leaves alone a walk that has ended', async () => {
		const cache = new RunCache();
		const walk = countedSource(2).source();
		const close = jest.spyOn(walk, 'return');
		await readAll(cache.replay('walk', () => walk));
		await cache.close();
		expect(close).not.toHaveBeenCalled();
	});
});
