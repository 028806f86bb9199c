import { setTimeout as wait } from 'node:timers/promises';
import v8 from 'node:v8';

const SAMPLE_EVERY_MS = 10;

const used = (): number => v8.getHeapStatistics().used_heap_size;

export function collectGarbage(): number {
	const { gc } = globalThis;
	if (!gc) throw new Error('Start this with node --expose-gc.');
	gc();
	return used();
}

/** Collects several times: weakly held objects need a turn of the event loop. */
export async function settledHeap(): Promise<number> {
	for (let round = 0; round < 3; round++) {
		collectGarbage();
		await wait(20);
	}
	return collectGarbage();
}

/** Samples the heap while something runs. With `live`, garbage is collected before each sample. */
export async function heapWhile<Result>(
	work: () => Promise<Result>,
	{ live = false, everyMs = SAMPLE_EVERY_MS } = {},
): Promise<{ result: Result; start: number; peak: number }> {
	const start = await settledHeap();
	let peak = start;
	const sample = () => {
		peak = Math.max(peak, live ? collectGarbage() : used());
	};
	const timer = setInterval(sample, everyMs);
	try {
		const result = await work();
		sample();
		return { result, start, peak };
	} finally {
		clearInterval(timer);
	}
}
