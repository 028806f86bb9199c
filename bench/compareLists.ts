import type { Comparison, ListCase } from './comparisons';
import {
	type ImplementationName,
	implementationNames,
	implementationTitles,
} from './implementations/implementation';
import type { ListJob, ListMeasurement } from './listProcess';
import { titleOf } from '../test/harness/providers';
import { BenchmarkProcess } from './process';
import type { RunningDirectory, Sandboxes } from './sandboxes';
import { rounded, spread, type Spread } from './spread';

export interface ImplementationResult {
	/** A node's own time from the run data, or a loop's. */
	ms: Spread;
	/** Medians: around the workflow, and of the process. */
	wallMs: number;
	cpuMs: number;
	/** At most this much above the start, garbage included. */
	peakHeapMb: number;
	requests: number;
}

export interface ListResult extends ListCase {
	repeats: number;
	results: Record<ImplementationName, ImplementationResult>;
	/** Medians: this package's time divided by theirs. */
	ratios: Partial<Record<ImplementationName, number>>;
}

type Sample = ListMeasurement & { requests: number };

const WARM_UP_USERS = 300;

/** Each repeat is a new process of each implementation, in an order that rotates. */
export async function compareLists(
	sandboxes: Sandboxes,
	{ repeats, cases }: Comparison,
): Promise<ListResult[]> {
	const samples = new Map(cases.map((one) => [one, new Map<ImplementationName, Sample[]>()]));
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const name of rotated(repeat)) {
			for (const [one, sample] of await readAll(sandboxes, cases, name)) {
				const ofCase = samples.get(one);
				ofCase?.set(name, [...(ofCase.get(name) ?? []), sample]);
			}
		}
	}
	return [...samples].map(([one, ofCase]) => listResult({ ...one, repeats }, ofCase));
}

const rotated = (by: number): ImplementationName[] => {
	const start = by % implementationNames.length;
	return [...implementationNames.slice(start), ...implementationNames.slice(0, start)];
};

async function directoryFor(
	sandboxes: Sandboxes,
	{ provider, pageSize, users }: ListCase,
): Promise<RunningDirectory> {
	return await sandboxes.get({ provider, users, pageSize, rateLimit: false });
}

async function readAll(
	sandboxes: Sandboxes,
	cases: ListCase[],
	implementation: ImplementationName,
): Promise<Map<ListCase, Sample>> {
	const child = new BenchmarkProcess('listProcess.ts');
	try {
		const samples = new Map<ListCase, Sample>();
		for (const one of cases) {
			const warmUp = await directoryFor(sandboxes, { ...one, users: WARM_UP_USERS });
			const running = await directoryFor(sandboxes, one);
			await running.setLatency(one.latencyMs);
			const { directory } = running;
			const job: ListJob = { implementation, warmUp: warmUp.directory, directory };
			const measurement = await child.ask<ListMeasurement>(job);
			samples.set(one, { ...measurement, requests: (await running.received()).requests });
		}
		return samples;
	} finally {
		await child.end();
	}
}

function listResult(
	one: ListCase & { repeats: number },
	samples: Map<ImplementationName, Sample[]>,
): ListResult {
	const median = (name: ImplementationName, value: (sample: Sample) => number) =>
		spread((samples.get(name) ?? []).map(value));
	const resultOf = (name: ImplementationName): ImplementationResult => ({
		ms: median(name, ({ ms }) => ms),
		wallMs: median(name, ({ wallMs }) => wallMs).median,
		cpuMs: median(name, ({ cpuMs }) => cpuMs).median,
		peakHeapMb: median(name, ({ peakHeapBytes }) => peakHeapBytes / 1e6).median,
		requests: median(name, ({ requests }) => requests).max,
	});
	const results = Object.fromEntries(
		implementationNames.map((name) => [name, resultOf(name)]),
	) as Record<ImplementationName, ImplementationResult>;
	const others = implementationNames.filter((name) => name !== 'node');
	const ratios = Object.fromEntries(
		others.map((name) => [name, rounded(results.node.ms.median / results[name].ms.median)]),
	);
	const result = { ...one, results, ratios };
	print(result);
	return result;
}

function print({ provider, users, latencyMs, pageSize, results, ratios }: ListResult): void {
	const title = titleOf(provider);
	console.log(`\n${title}, ${users} users, ${latencyMs} ms, pages of ${pageSize || 'all'}`);
	for (const name of implementationNames) {
		const { ms, cpuMs, peakHeapMb, requests } = results[name];
		const ratio = ratios[name] === undefined ? '' : `  ours is ${ratios[name]} of it`;
		const times = `${ms.median} ms (${ms.min}–${ms.max}), CPU ${cpuMs} ms`;
		const rest = `${requests} requests, heap +${peakHeapMb} MB`;
		console.log(`  ${implementationTitles[name].padEnd(24)} ${times}, ${rest}${ratio}`);
	}
}
