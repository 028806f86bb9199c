import { Replay } from '../../../nodes/shared/paging/replay';
import { countedSource, firstOf, readAll } from './countedSource';

describe('a replay', () => {
	it('gives everything to everyone, and pulls the source once', async () => {
		const { source, seen } = countedSource(4);
		const replay = new Replay(source());
		const together = await Promise.all([readAll(replay), readAll(replay), firstOf(replay, 2)]);
		expect(together).toEqual([
			[1, 2, 3, 4],
			[1, 2, 3, 4],
			[1, 2],
		]);
		expect(await readAll(replay)).toEqual([1, 2, 3, 4]);
		expect(seen.pulled).toBe(4);
	});

	it('is pulled on only as far as anyone reads', async () => {
		const { source, seen } = countedSource(100);
		const replay = new Replay(source());
		await firstOf(replay, 2);
		await firstOf(replay, 3);
		await firstOf(replay, 1);
		expect(seen.pulled).toBe(3);
	});

	it('is not closed by one who stops early', async () => {
		const { source, seen } = countedSource(3);
		const replay = new Replay(source());
		await firstOf(replay, 1);
		expect(seen.closed).toBe(false);
		expect(await readAll(replay)).toEqual([1, 2, 3]);
		expect(seen.closed).toBe(true);
	});

	it('gives those who come after an error what came before it, and the same error', async () => {
		const { source, seen } = countedSource(2, true);
		const replay = new Replay(source());
		await expect(readAll(replay)).rejects.toThrow('The third page is broken.');
		expect(await firstOf(replay, 2)).toEqual([1, 2]);
		await expect(readAll(replay)).rejects.toThrow('The third page is broken.');
		await expect(readAll(replay)).rejects.toThrow('The third page is broken.');
		expect(seen.pulled).toBe(2);
	});

	it('fails for all who wait at the time', async () => {
		const { source } = countedSource(1, true);
		const replay = new Replay(source());
		const results = await Promise.allSettled([readAll(replay), readAll(replay), readAll(replay)]);
		expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	});

	it('closes its source, also one that nobody read', async () => {
		const { source, seen } = countedSource(5);
		const replay = new Replay(source());
		await firstOf(replay, 1);
		await replay.close();
		expect(seen).toEqual({ pulled: 1, closed: true });
		await expect(new Replay(countedSource(5).source()).close()).resolves.toBeUndefined();
	});

	it('tells once that its source has ended', async () => {
		const ended = jest.fn();
		const { source } = countedSource(2);
		const replay = new Replay(source(), ended);
		await firstOf(replay, 2);
		expect(ended).not.toHaveBeenCalled();
		await readAll(replay);
		await readAll(replay);
		expect(ended).toHaveBeenCalledTimes(1);
	});
});
