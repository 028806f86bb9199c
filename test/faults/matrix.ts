import { performance } from 'node:perf_hooks';
import type { Cell, Result } from './cell';
import { perform } from './cell';
import type { Column } from './column';
import { autocalls } from './columns/autocalls';
import { quo } from './columns/quo';
import { voximplant } from './columns/voximplant';
import { worksection } from './columns/worksection';
import type { Fault } from './fault';
import { Pulse } from './pulse';
import { brokenRows } from './rows/broken';
import { busyRows } from './rows/busy';
import { clockRows } from './rows/clock';
import { lookUpRows } from './rows/lookUps';
import { pageRows } from './rows/pages';
import { refusalRows } from './rows/refusals';

export const columns: Column[] = [...autocalls, ...quo, ...voximplant, ...worksection];

const faults: Fault[] = [
	...brokenRows,
	...lookUpRows,
	...busyRows,
	...clockRows,
	...refusalRows,
	...pageRows,
];

export const cells: Cell[] = faults.flatMap((fault) =>
	columns.filter((column) => fault.befalls?.(column) ?? true).map((column) => ({ fault, column })),
);

/** Side by side: each has servers of its own, and most of the time they wait. */
const AT_ONCE = 16;
/** How often a cell is run alone, should the process stand still each time. */
const MOST_ALONE = 3;

const calm: Fault = { name: 'nothing', is: 'harmless', times: 'once', plan: () => undefined };

/** The first run of a node loads it: no cell should wait for that. */
async function warmUp(): Promise<void> {
	for (const [column] of [autocalls, quo, voximplant, worksection]) {
		if (column) await perform({ fault: calm, column });
	}
}

/** Runs the cells; those that failed while the process stood still are run again, alone and in calm. */
export async function performAll(
	all: readonly Cell[],
	done: (result: Result, index: number) => void = () => undefined,
): Promise<Result[]> {
	await warmUp();
	const results: Result[] = [];
	const disturbed: Array<[number, Cell]> = [];
	const pulse = new Pulse();
	/** Resolves to whether what went wrong may be the machine's doing. */
	const run = async (index: number, cell: Cell): Promise<boolean> => {
		const started = performance.now();
		const result = (results[index] = await perform(cell));
		return result.problems.length > 0 && pulse.stoodStillSince(started);
	};
	const queue = all.entries();
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
	pulse.stop();
	return results;
}
