import { setTimeout as wait } from 'node:timers/promises';
import v8 from 'node:v8';

const EVERY_MS = 10;

const used = (): number => v8.getHeapStatistics().used_heap_size;

export function collectGarbage(): number {
	const { gc } = globalThis;
	if (!gc) throw new Error('Start this with node --expose-gc.');
	gc();
	return used();
}

/** Collects until nothing more goes: what is only weakly held takes a turn of the event loop. */
export async function settledHeap(): Promise<number> {
	for (let round = 0; round < 3; round++) {
		collectGarbage();
		await wait(20);
	}
	return collectGarbage();
}

/** Looks at the heap while something runs; garbage that was not collected counts, unless `live`. */
export async function heapWhile<Result>(
	work: () => Promise<Result>,
	{ live = false, everyMs = EVERY_MS } = {},
): Promise<{ result: Result; start: number; peak: number }> {
	const start = await settledHeap();
	let peak = start;
	const look = () => {
		peak = Math.max(peak, live ? collectGarbage() : used());
	};
	const timer = setInterval(look, everyMs);
	try {
		const result = await work();
		look();
		return { result, start, peak };
	} finally {
		clearInterval(timer);
	}
}
