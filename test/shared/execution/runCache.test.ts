import { Memo, Replay } from '../../../nodes/shared/execution/runCache';

/** A source that counts how far it was pulled, and whether it was closed. */
function counted(last: number, fails = false) {
	const seen = { pulled: 0, closed: false };
	async function* source(): AsyncGenerator<number> {
		try {
			for (let value = 1; value <= last; value++) {
				seen.pulled += 1;
				await Promise.resolve();
				yield value;
			}
			if (fails) throw new Error('The third page is broken.');
		} finally {
			seen.closed = true;
		}
	}
	return { seen, source };
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
	const read: T[] = [];
	for await (const value of values) read.push(value);
	return read;
}

async function firstOf<T>(values: AsyncIterable<T>, count: number): Promise<T[]> {
	const read: T[] = [];
	for await (const value of values) {
		read.push(value);
		if (read.length >= count) break;
	}
	return read;
}

describe('a memo', () => {
	it('makes a value once per key', () => {
		const memo = new Memo();
		const make = jest.fn(() => ({}));
		const first = memo.once('a', make);
		expect(memo.once('a', make)).toBe(first);
		expect(memo.once('b', make)).not.toBe(first);
		expect(make).toHaveBeenCalledTimes(2);
	});

	it('keeps also a value that is undefined', () => {
		const memo = new Memo();
		const make = jest.fn(() => undefined);
		memo.once('a', make);
		memo.once('a', make);
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('shares a failure without trying again', async () => {
		const memo = new Memo();
		const make = jest.fn(async () => await Promise.reject(new Error('No.')));
		await expect(memo.once('a', make)).rejects.toThrow('No.');
		await expect(memo.once('a', make)).rejects.toThrow('No.');
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('makes it anew after it was told to forget', () => {
		const memo = new Memo();
		const first = memo.once('a', () => ({}));
		memo.forget();
		expect(memo.once('a', () => ({}))).not.toBe(first);
	});

	it('begins a walk anew after it was told to forget, and lets one under way go on', async () => {
		const memo = new Memo();
		const { source, seen } = counted(3);
		const early = memo.replay('walk', source)[Symbol.asyncIterator]();
		expect((await early.next()).value).toBe(1);
		memo.forget();
		expect(await all(memo.replay('walk', source))).toEqual([1, 2, 3]);
		expect((await early.next()).value).toBe(2);
		expect(seen.pulled).toBe(5);
	});

	it('closes every walk it began, also one that was forgotten', async () => {
		const memo = new Memo();
		const [one, two] = [counted(9), counted(9)];
		await firstOf(memo.replay('one', one.source), 1);
		memo.forget();
		await firstOf(memo.replay('two', two.source), 1);
		await memo.close();
		expect([one.seen.closed, two.seen.closed]).toEqual([true, true]);
		await expect(memo.close()).resolves.toBeUndefined();
	});
});

describe('a replay', () => {
	it('gives everything to everyone, and pulls the source once', async () => {
		const { source, seen } = counted(4);
		const replay = new Replay(source());
		const together = await Promise.all([all(replay), all(replay), firstOf(replay, 2)]);
		expect(together).toEqual([
			[1, 2, 3, 4],
			[1, 2, 3, 4],
			[1, 2],
		]);
		expect(await all(replay)).toEqual([1, 2, 3, 4]);
		expect(seen.pulled).toBe(4);
	});

	it('is pulled on only as far as anyone reads', async () => {
		const { source, seen } = counted(100);
		const replay = new Replay(source());
		await firstOf(replay, 2);
		await firstOf(replay, 3);
		await firstOf(replay, 1);
		expect(seen.pulled).toBe(3);
	});

	it('is not closed by one who stops early', async () => {
		const { source, seen } = counted(3);
		const replay = new Replay(source());
		await firstOf(replay, 1);
		expect(seen.closed).toBe(false);
		expect(await all(replay)).toEqual([1, 2, 3]);
		expect(seen.closed).toBe(true);
	});

	it('gives those who come after a failure what came before it, and the same failure', async () => {
		const { source, seen } = counted(2, true);
		const replay = new Replay(source());
		await expect(all(replay)).rejects.toThrow('The third page is broken.');
		expect(await firstOf(replay, 2)).toEqual([1, 2]);
		await expect(all(replay)).rejects.toThrow('The third page is broken.');
		await expect(all(replay)).rejects.toThrow('The third page is broken.');
		expect(seen.pulled).toBe(2);
	});

	it('fails for all who wait at the time', async () => {
		const { source } = counted(1, true);
		const replay = new Replay(source());
		const results = await Promise.allSettled([all(replay), all(replay), all(replay)]);
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	});

	it('closes its source, also one that nobody read', async () => {
		const { source, seen } = counted(5);
		const replay = new Replay(source());
		await firstOf(replay, 1);
		await replay.close();
		expect(seen).toEqual({ pulled: 1, closed: true });
		await expect(new Replay(counted(5).source()).close()).resolves.toBeUndefined();
	});

	it('tells once that its source has ended, and whoever closes a memo leaves it alone', async () => {
		const ended = jest.fn();
		const { source } = counted(2);
		const replay = new Replay(source(), ended);
		await firstOf(replay, 2);
		expect(ended).not.toHaveBeenCalled();
		await all(replay);
		await all(replay);
		expect(ended).toHaveBeenCalledTimes(1);

		const memo = new Memo();
		const walk = counted(2).source();
		const close = jest.spyOn(walk, 'return');
		await all(memo.replay('walk', () => walk));
		await memo.close();
		expect(close).not.toHaveBeenCalled();
	});
});
