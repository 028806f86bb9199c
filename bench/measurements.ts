import { Child } from './child';
import type { Directory } from './providers';
import { rounded, spread, type Spread } from './spread';
import type { Scene, Theatre } from './theatre';
import type { TrialJob } from './trial';

/** Everything but the races: each repeat in a fresh process of its own. */

async function play(job: TrialJob): Promise<Record<string, number>> {
	const child = new Child('trial.ts');
	try {
		return await child.ask<Record<string, number>>(job);
	} finally {
		await child.end();
	}
}

const figure = (figures: Record<string, number>, name: string): number => figures[name] ?? NaN;

async function repeated(
	repeats: number,
	variants: readonly string[],
	once: (variant: string) => Promise<Record<string, number>>,
): Promise<Record<string, Record<string, Spread>>> {
	const all: Record<string, Array<Record<string, number>>> = {};
	for (let repeat = 0; repeat < repeats; repeat++) {
		for (const variant of variants) (all[variant] ??= []).push(await once(variant));
	}
	const spreads = (runs: Array<Record<string, number>>) =>
		Object.keys(runs[0] ?? {}).map((name) => [name, spread(runs.map((run) => figure(run, name)))]);
	return Object.fromEntries(
		Object.entries(all).map(([variant, runs]) => [variant, Object.fromEntries(spreads(runs))]),
	);
}

const median = (spreads: Record<string, Record<string, Spread>>, variant: string, name = 'ms') =>
	spreads[variant]?.[name]?.median ?? Number.NaN;

const LOOK_UPS = 1000;
/** HTTP Request begins with all items at once: 1,000 would be 20,000 requests, and a gigabyte of pages. */
const WALKS_MEASURED = 50;

export async function lookUps(theatre: Theatre, { repeats }: { repeats: number }) {
	const users = 1000;
	const scene = await theatre.scene({ provider: 'autocalls', users, pageSize: 50, rated: false });
	await scene.latency(20);
	const times = await repeated(repeats, ['node', 'httpRequest'], async (variant) => {
		const count = variant === 'node' ? LOOK_UPS : WALKS_MEASURED;
		const figures = await play({
			trial: 'lookUps',
			directories: [scene.directory],
			variant,
			count,
		});
		// The addresses have to be learnt first.
		const before = variant === 'node' ? users / 50 : 0;
		return { ...figures, requests: (await scene.seen()).requests - before };
	});
	const estimateMs = (median(times, 'httpRequest') / WALKS_MEASURED) * LOOK_UPS;
	return {
		...{ provider: 'autocalls', users, pageSize: 50, latencyMs: 20, lookUps: LOOK_UPS },
		...{ times, walksMeasured: WALKS_MEASURED, estimateMs: rounded(estimateMs) },
		ratio: rounded(median(times, 'node') / estimateMs),
	};
}

export async function registrations(theatre: Theatre, { repeats }: { repeats: number }) {
	const [count, latencyMs] = [1000, 20];
	const start = { provider: 'autocalls', users: 100, pageSize: 50, rated: false } as const;
	const scene = await theatre.open(start);
	await scene.latency(latencyMs);
	const times = await repeated(repeats, ['1', '8'], async (variant) => {
		const { directory } = scene;
		const job = { trial: 'registrations', directories: [directory], variant, count } as const;
		const figures = await play(job);
		const { requests } = await scene.seen();
		await scene.reset();
		await scene.latency(latencyMs);
		return { ...figures, requests };
	});
	const ratio = rounded(median(times, '8') / median(times, '1'));
	return { count, latencyMs, times, ratio };
}

const OUTPUTS = ['raw', 'simplified', 'unified', 'scim'] as const;

export async function outputs(theatre: Theatre, { repeats }: { repeats: number }) {
	const users = 10_000;
	const cases = [
		{ provider: 'voximplant', pageSize: 100, latencies: [0, 20] },
		{ provider: 'autocalls', pageSize: 50, latencies: [0, 20] },
		{ provider: 'quo', pageSize: 50, latencies: [0, 20] },
	] as const;
	const told = [];
	for (const { provider, pageSize, latencies } of cases) {
		for (const latencyMs of latencies) {
			const scene = await theatre.scene({ provider, users, pageSize, rated: false });
			await scene.latency(latencyMs);
			const directories = [scene.directory];
			// each output is as often the first as the last
			const rounds = OUTPUTS.length * (latencyMs === 0 ? 2 : 1);
			const { all = {} } = await repeated(latencyMs === 0 ? repeats : 1, ['all'], async () =>
				play({ trial: 'outputs', directories, variant: OUTPUTS.join(), count: rounds }),
			);
			const times = Object.fromEntries(
				OUTPUTS.map((output) => [
					output,
					{ ms: all[`${output} ms`], cpuMs: all[`${output} cpuMs`] },
				]),
			);
			const took = (output: string) => times[output]?.ms?.median ?? Number.NaN;
			const added = OUTPUTS.map((output) => [output, rounded(took(output) / took('raw') - 1)]);
			await scene.seen();
			told.push({ provider, users, latencyMs, times, added: Object.fromEntries(added) as Added });
		}
	}
	return told;
}

type Added = Record<(typeof OUTPUTS)[number], number>;

export async function memory(theatre: Theatre, { repeats }: { repeats: number }) {
	const users = 50_000;
	const pageSizes = { voximplant: 1000, autocalls: 50 } as const;
	const told = [];
	for (const provider of ['voximplant', 'autocalls'] as const) {
		const start = { provider, users, pageSize: pageSizes[provider], rated: false } as const;
		const scene = await theatre.scene(start);
		await scene.latency(0);
		const job = { trial: 'memory', directories: [scene.directory], count: users } as const;
		const { simplified } = await repeated(
			repeats,
			['simplified'],
			async (variant) => await play({ ...job, variant }),
		);
		await scene.seen();
		const peak = simplified?.peakBytes?.median ?? Number.NaN;
		const ratio = rounded(peak / (simplified?.itemsBytes?.median ?? Number.NaN));
		told.push({ provider, users, bytes: simplified, ratio });
	}
	return told;
}

/** When the last request may begin: a rate lets so many through at once, and the next ones a second later. */
const allowedMs = (requests: number, rate: number): number =>
	Math.floor((requests - 1) / rate) * 1000;

export async function publishedRate(theatre: Theatre) {
	const scene = await theatre.open({ provider: 'quo', users: 5000, pageSize: 50, rated: true });
	await scene.latency(20);
	const job = { trial: 'publishedRate', directories: [scene.directory], variant: '' } as const;
	const ms = figure(await play({ ...job, count: 1 }), 'ms');
	const { requests, statuses, arrivals } = await scene.seen();
	// The last ones might come all at once: what counts is when the first of them was let through.
	const takenMs = (arrivals[requests - 10] ?? NaN) - (arrivals[0] ?? NaN);
	const allowed = allowedMs(requests, 10);
	const share = rounded(allowed / takenMs);
	const figures = { ms, takenMs, allowedMs: allowed, share };
	return { users: 5000, latencyMs: 20, requests, statuses, ...figures };
}

const crowd = [
	{ provider: 'quo', users: 600, workflows: 8, rate: 10 },
	{ provider: 'quo', users: 1000, workflows: 4, rate: 10 },
	{ provider: 'worksection', users: 200, workflows: 8, rate: 1 },
] as const;

/** 20 workflows with three credentials in one process. */
export async function manyAtOnce(theatre: Theatre) {
	const scenes: Array<Scene & { rate: number; workflows: number }> = [];
	for (const { provider, users, workflows, rate } of crowd) {
		const scene = await theatre.open({ provider, users, pageSize: 50, rated: true });
		await scene.latency(20);
		scenes.push({ ...scene, rate, workflows });
	}
	const directories: Directory[] = scenes.flatMap(({ directory, workflows }) =>
		Array.from({ length: workflows }, () => directory),
	);
	const ends = await play({ trial: 'manyAtOnce', directories, variant: '', count: 20 });
	const told = [];
	for (const scene of scenes) {
		const { directory, rate, workflows } = scene;
		const { requests, statuses } = await scene.seen();
		const [ms, allowed] = [figure(ends, directory.url), allowedMs(requests, rate)];
		const { provider } = directory;
		const above = rounded(ms / allowed - 1);
		told.push({ provider, workflows, requests, statuses, ms, allowedMs: allowed, above });
	}
	return told;
}
