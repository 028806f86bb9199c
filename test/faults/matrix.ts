import { performance } from 'node:perf_hooks';
import type { Cell, Result } from './cell';
import { runCell } from './cell';
import type { Column } from './column';
import type { Fault } from './fault';
import { pollsOf } from './pollColumn';
import { providers } from './provider';
import { brokenRows } from './rows/broken';
import { busyRows } from './rows/busy';
import { lookUpRows } from './rows/lookUps';
import { pageRows } from './rows/pages';
import { refusalRows } from './rows/refusals';
import { StallDetector } from './stallDetector';

const all = [...providers.values()];

export const columns: Column[] = all.flatMap(({ columns: own }) => [...own, ...pollsOf(own)]);

const faults: Fault[] = [...brokenRows, ...lookUpRows, ...busyRows, ...refusalRows, ...pageRows];

const cellsOf = (rows: readonly Fault[], on: readonly Column[]): Cell[] =>
	rows.flatMap((fault) =>
		on.filter((column) => fault.appliesTo?.(column) ?? true).map((column) => ({ fault, column })),
	);

export const cells: Cell[] = [
	...cellsOf(faults, columns),
	...all.flatMap(({ faults: own = [], columns: on }) => cellsOf(own, [...on, ...pollsOf(on)])),
];

/** Side by side: each has servers of its own, and most of the time they wait. */
const AT_ONCE = 16;
/** How often a cell is run alone, should the process stand still each time. */
const MOST_ALONE = 3;

const calm: Fault = { name: 'nothing', is: 'harmless', times: 'once', plan: () => undefined };

/** The first run of a node loads it: no cell should wait for that. */
async function warmUp(): Promise<void> {
	for (const {
		columns: [column],
	} of all) {
		if (column) await runCell({ fault: calm, column });
	}
}

/** Runs the cells; those that failed while the process stood still run again, alone. */
export async function runCells(
	chosen: readonly Cell[],
	done: (result: Result, index: number) => void = () => undefined,
): Promise<Result[]> {
	await warmUp();
	const results: Result[] = [];
	const disturbed: Array<[number, Cell]> = [];
	const stallDetector = new StallDetector();
	/** Resolves to whether what went wrong may be the machine's doing. */
	const run = async (index: number, cell: Cell): Promise<boolean> => {
		const started = performance.now();
		const result = (results[index] = await runCell(cell));
		return result.problems.length > 0 && stallDetector.stalledSince(started);
	};
	const queue = chosen.entries();
	const worker = async (): Promise<void> => {
		for (const [index, cell] of queue) {
			if (await run(index, cell)) disturbed.push([index, cell]);
			const result = results[index];
			if (result) done(result, index);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	for (const [index, cell] of disturbed) {
		for (let runs = 0; runs < MOST_ALONE && (await run(index, cell)); runs++);
	}
	stallDetector.stop();
	return results;
}
