import { existsSync } from 'node:fs';
import path from 'node:path';
import LongFirst from '../longFirst.cjs';

type Numbers = Record<string, number>;

/** @param durations - those that Jest remembers: none in a fresh clone */
function ordered(sizes: Numbers, durations: Numbers = {}): string[] {
	const sequencer = new LongFirst();
	sequencer.time = (test) => durations[test.path];
	const context = {
		config: { cache: false },
		hasteFS: { getSize: (file: string) => sizes[file] },
	};
	const tests = Object.keys(sizes).map((path) => ({ path, context }));
	return sequencer.sort(tests).map(({ path }) => path);
}

describe('the order of test files', () => {
	const [small = '', large = ''] = ['small', 'large'].map((name) => path.join(__dirname, name));
	const long = [...LongFirst.long].reverse().map((file) => [file, 1] as const);
	const sizes = { [small]: 2, [large]: 3, ...Object.fromEntries(long) };

	it('begins in a fresh clone with those that take long, in their order, then with the largest', () => {
		expect(ordered(sizes)).toEqual([...LongFirst.long, large, small]);
	});

	it('goes by how long each took, where that is known', () => {
		const durations = Object.fromEntries(
			Object.keys(sizes).map((file, index) => [file, 9 - index]),
		);
		expect(ordered(sizes, durations)).toEqual(Object.keys(sizes));
	});

	it('begins with one that takes long among those that are not known yet, whatever their size', () => {
		const [unknown = '', ...known] = [...LongFirst.long, small];
		const durations = Object.fromEntries(known.map((file, index) => [file, 9 - index]));
		expect(ordered(sizes, durations)).toEqual([unknown, large, ...known]);
	});

	it('knows only files that are there', () => {
		expect(LongFirst.long.length).toBeGreaterThan(0);
		expect(LongFirst.long.filter((file) => !existsSync(file))).toEqual([]);
	});
});
