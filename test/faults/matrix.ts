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
/** A process that stood still so long may have met time-outs that are not the node's. */
const STALL_MS = 150;

const calm: Fault = { name: 'nothing', is: 'harmless', times: 'once', plan: () => undefined };

/** The first run of a node loads it: no cell should wait for that. */
async function warmUp(): Promise<void> {
	for (const [column] of [autocalls, quo, voximplant, worksection]) {
		if (column) await perform({ fault: calm, column });
	}
}

/** Runs the cells; those that failed while the process stood still are run again, alone. */
export async function performAll(
	all: readonly Cell[],
	done: (result: Result, index: number) => void = () => undefined,
): Promise<Result[]> {
	await warmUp();
	const results: Result[] = [];
	const again: Array<() => Promise<void>> = [];
	const pulse = new Pulse();
	const queue = all.entries();
	const worker = async (): Promise<void> => {
		for (const [index, cell] of queue) {
			const started = performance.now();
			const result = await perform(cell);
			results[index] = result;
			done(result, index);
			const stalled = result.problems.length > 0 && pulse.worstSince(started) > STALL_MS;
			if (stalled) again.push(async () => void (results[index] = await perform(cell)));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	pulse.stop();
	for (const retry of again) await retry();
	return results;
}
