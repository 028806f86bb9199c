import { setTimeout as wait } from 'node:timers/promises';
import { type Executed, executeOnce } from './execution';

export interface SoakOptions {
	executions: number;
	seed: number;
}

/** The result of all executions. */
export interface SoakResult extends SoakOptions {
	requests: number;
	outcomes: Record<Executed['outcome'], number>;
	problems: string[];
	/** What kept the process busy afterwards and did not before. */
	left: string[];
	heapGrowthBytes: number;
	seconds: number;
}

const AT_ONCE = 12;
/** Enough to fill what is kept on purpose: code, tokens, rate limiters. */
const WARM_UP = 60;
const SETTLING_MS = 3000;
/** The name of an open server. */
const LISTENING = 'TCPServerWrap';

/** @returns what the executions left open while their providers would still listen */
async function runAll(seeds: readonly number[], take: (one: Executed) => void): Promise<string[]> {
	const before = process.getActiveResourcesInfo();
	const queue = seeds.values();
	const closers: Array<Executed['close']> = [];
	const worker = async (): Promise<void> => {
		for (const seed of queue) {
			const executed = await executeOnce(seed);
			take(executed);
			closers.push(executed.close);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	const left = await settled([...before, ...closers.map(() => LISTENING)]);
	await Promise.all(closers.map(async (close) => await close()));
	return [...left, ...(await settled(before))];
}

async function heapUsed(): Promise<number> {
	const { gc } = globalThis;
	if (!gc) throw new Error('Start this with node --expose-gc.');
	for (let round = 0; round < 3; round++) {
		gc();
		await wait(50);
	}
	return process.memoryUsage().heapUsed;
}

/** Timers and sockets that were not there at the start. */
function newResources(before: readonly string[]): string[] {
	const known = [...before];
	return process.getActiveResourcesInfo().filter((resource) => {
		const index = known.indexOf(resource);
		if (index >= 0) known.splice(index, 1);
		return index < 0;
	});
}

async function settled(before: readonly string[]): Promise<string[]> {
	const end = Date.now() + SETTLING_MS;
	while (newResources(before).length > 0 && Date.now() < end) await wait(50);
	// The wait itself is a timer until it has ended.
	return newResources(before);
}

/** Executions side by side under random faults, and what they leave behind. */
export async function soak({ executions, seed }: SoakOptions): Promise<SoakResult> {
	const started = Date.now();
	const seedOf = (index: number) => seed * 1_000_003 + index;
	const result: SoakResult = {
		executions,
		seed,
		requests: 0,
		outcomes: { items: 0, error: 0, stopped: 0 },
		problems: [],
		left: [],
		heapGrowthBytes: 0,
		seconds: 0,
	};
	const take = ({ name, outcome, requests, problems }: Executed): void => {
		result.requests += requests;
		result.outcomes[outcome] += 1;
		result.problems.push(...problems.map((problem) => `${name}: ${problem}`));
	};
	const warmUp = Array.from({ length: WARM_UP }, (_, index) => seedOf(-1 - index));
	await runAll(warmUp, () => undefined);
	const heap = await heapUsed();
	const seeds = Array.from({ length: executions }, (_, index) => seedOf(index));
	result.left = await runAll(seeds, take);
	result.heapGrowthBytes = (await heapUsed()) - heap;
	result.seconds = (Date.now() - started) / 1000;
	return result;
}
