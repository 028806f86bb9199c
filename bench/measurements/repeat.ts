import { BenchmarkProcess } from '../process';
import { spread, type Spread } from '../spread';
import type { WorkloadJob } from '../workloadProcess';

type Figures = Record<string, number>;
type Spreads = Record<string, Spread>;

/** Runs a workload in a new process. */
export async function runWorkload(job: WorkloadJob): Promise<Figures> {
	const child = new BenchmarkProcess('workloadProcess.ts');
	try {
		return await child.ask<Figures>(job);
	} finally {
		await child.end();
	}
}

export const figure = (figures: Figures, name: string): number => figures[name] ?? Number.NaN;

/** Runs each variant `repeats` times, in turn. */
export async function repeat(
	repeats: number,
	variants: readonly string[],
	run: (variant: string) => Promise<Figures>,
): Promise<Record<string, Spreads>> {
	const all: Record<string, Figures[]> = {};
	for (let round = 0; round < repeats; round++) {
		for (const variant of variants) (all[variant] ??= []).push(await run(variant));
	}
	return Object.fromEntries(
		Object.entries(all).map(([variant, runs]) => [variant, spreadsOf(runs)]),
	);
}

const spreadsOf = (runs: Figures[]): Spreads =>
	Object.fromEntries(
		Object.keys(runs[0] ?? {}).map((name) => [name, spread(runs.map((run) => figure(run, name)))]),
	);

export const median = (spreads: Record<string, Spreads>, variant: string, name = 'ms'): number =>
	spreads[variant]?.[name]?.median ?? Number.NaN;
