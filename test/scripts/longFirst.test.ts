import { existsSync } from 'node:fs';
import path from 'node:path';
import LongFirst from '../longFirst.cjs';

/** As Jest has them in a fresh clone: no durations, only the size of each file. */
function ordered(sizes: Record<string, number>): string[] {
	const config = { cacheDirectory: '/missing', id: 'fresh', name: 'fresh' };
	const hasteFS = { getSize: (file: string) => sizes[file] };
	const tests = Object.keys(sizes).map((path) => ({ path, context: { config, hasteFS } }));
	return new LongFirst().sort(tests).map(({ path }) => path);
}

describe('the order of test files in a fresh clone', () => {
	it('begins with those that take long, the longest first, and goes on with the largest', () => {
		const [small = '', large = ''] = ['small', 'large'].map((name) => path.join(__dirname, name));
		const long = [...LongFirst.long].reverse().map((file) => [file, 1]);
		const sizes = { [small]: 2, [large]: 3, ...Object.fromEntries(long) };
		expect(ordered(sizes)).toEqual([...LongFirst.long, large, small]);
	});

	it('knows only files that are there', () => {
		expect(LongFirst.long.length).toBeGreaterThan(0);
		expect(LongFirst.long.filter((file) => !existsSync(file))).toEqual([]);
	});
});
