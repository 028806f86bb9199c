import { rowOf } from './cell';
import type { Cell, Result } from './cell';
import { nameOf } from './column';
import { runCells } from './matrix';

const LONGEST_MS = 180_000;

/** Runs the cells side by side; each is a test. */
export function testCells(cells: readonly Cell[]): void {
	let results: Result[] = [];
	beforeAll(async () => {
		results = await runCells(cells);
	}, LONGEST_MS);
	const named = cells.map(({ fault, column }, index): [string, number] => [
		`${rowOf(fault)} × ${nameOf(column)}`,
		index,
	]);
	it.each(named)('%s', (_, index) => {
		expect(results[index]).toMatchObject({ problems: [] });
	});
}
