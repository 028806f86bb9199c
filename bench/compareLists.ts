import type { Comparison, ListCase } from './comparisons';
import {
	type ImplementationName,
	implementationNames,
	implementationTitles,
} from './implementations/implementation';
import type { ListJob, ListMeasurement } from './listProcess';
import { titleOf } from '../test/harness/providers';
import { certificate } from './network/certificate';
import { BenchmarkProcess } from './process';
import { interleaved, median, ratio, type Spreads, spreadsOf } from './repeat';
import type { RunningDirectory, Sandboxes } from './sandboxes';

type Ratios = Record<Exclude<ImplementationName, 'node'>, number>;

export interface ListResult extends ListCase {
	repeats: number;
	/**
	 * `ms`: a node's own time from the run data, or a loop's. `wallMs`: around the workflow.
	 * `cpuMs`: of the process. `peakHeapMb`: at most this much above the start, garbage included.
	 */
	results: Record<ImplementationName, Spreads>;
	/** This package's median divided by theirs. */
	ratios: { ms: Ratios; cpuMs: Ratios };
}

type Sample = ListMeasurement & { requests: number };

/** Enough for most of the code to be compiled, as in an n8n that has run for a while. */
const WARM_UP_USERS = 2_000;

/** How often one process reads a list that takes less than a second. */
const READS_AT_ONCE = 3;

/** Each repeat is a new process of each implementation. */
export async function compareLists(
	sandboxes: Sandboxes,
	{ repeats, cases }: Comparison,
): Promise<ListResult[]> {
	const samples = await interleaved(repeats, implementationNames, async (name) =>
		readAll(sandboxes, cases, name),
	);
	return cases.map((one, index) => {
		const results = Object.fromEntries(
			implementationNames.map((name) => {
				const own = (samples.get(name) ?? []).flatMap((ofProcess) => ofProcess[index] ?? []);
				return [name, spreadsOf(own.map(figuresOf))];
			}),
		) as Record<ImplementationName, Spreads>;
		const result = { ...one, repeats, results, ratios: ratiosOf(results) };
		print(result);
		return result;
	});
}

const figuresOf = ({ ms, wallMs, cpuMs, peakHeapBytes, requests }: Sample) => ({
	...{ ms, wallMs, cpuMs, peakHeapMb: peakHeapBytes / 1e6, requests },
});

function ratiosOf(results: Record<ImplementationName, Spreads>): ListResult['ratios'] {
	const of = (figure: string) => {
		const others = implementationNames.filter((name) => name !== 'node');
		return Object.fromEntries(
			others.map((name) => [name, ratio(results, ['node', name], figure)]),
		) as Ratios;
	};
	return { ms: of('ms'), cpuMs: of('cpuMs') };
}

async function directoryFor(sandboxes: Sandboxes, one: ListCase): Promise<RunningDirectory> {
	const { provider, pageSize, users, roundTripMs } = one;
	const network = roundTripMs !== undefined && {
		network: { roundTripMs, certificate: certificate() },
	};
	return await sandboxes.get({ ...{ provider, users, pageSize, rateLimit: false }, ...network });
}

/** The samples of each list. */
async function readAll(
	sandboxes: Sandboxes,
	cases: ListCase[],
	implementation: ImplementationName,
): Promise<Sample[][]> {
	const isFar = cases.some(({ roundTripMs }) => roundTripMs !== undefined);
	const trusted = isFar ? { NODE_EXTRA_CA_CERTS: certificate().file } : {};
	const child = new BenchmarkProcess('listProcess.ts', trusted);
	try {
		const samples: Sample[][] = [];
		for (const one of cases) {
			const { roundTripMs: _, ...near } = { ...one, users: WARM_UP_USERS };
			const warmUp = (await directoryFor(sandboxes, near)).directory;
			const running = await directoryFor(sandboxes, one);
			await running.setLatency(one.latencyMs);
			const job: ListJob = { implementation, warmUp, directory: running.directory };
			const reads = one.latencyMs === 0 && one.roundTripMs === undefined ? READS_AT_ONCE : 1;
			const own: Sample[] = [];
			for (let read = 0; read < reads; read++) {
				const measurement = await child.ask<ListMeasurement>(job);
				own.push({ ...measurement, requests: (await running.received()).requests });
			}
			samples.push(own);
		}
		return samples;
	} finally {
		await child.end();
	}
}

export const networkOf = ({ latencyMs, roundTripMs }: ListCase): string =>
	roundTripMs === undefined ? `${latencyMs} ms` : `HTTPS, ${roundTripMs} ms of round trip`;

function print(result: ListResult): void {
	const { provider, users, pageSize, results, ratios } = result;
	console.log(
		`\n${titleOf(provider)}, ${users} users, ${networkOf(result)}, pages of ${pageSize || 'all'}`,
	);
	for (const name of implementationNames) {
		const of = (figure: string) => median(results, name, figure);
		const times = `${of('ms')} ms, CPU ${of('cpuMs')} ms`;
		const rest = `${of('requests')} requests, heap +${of('peakHeapMb')} MB`;
		const ours =
			name === 'node' ? '' : `  ours: ${ratios.ms[name]} of it, CPU ${ratios.cpuMs[name]}`;
		console.log(`  ${implementationTitles[name].padEnd(24)} ${times}, ${rest}${ours}`);
	}
}
