import { BenchmarkProcess } from './process';
import type { Figures } from './repeat';
import type { WorkloadJob } from './workloadProcess';

/** Runs a workload in a new process. */
export async function runWorkload(job: WorkloadJob): Promise<Figures> {
	const child = new BenchmarkProcess('workloadProcess.ts');
	try {
		return await child.ask<Figures>(job);
	} finally {
		await child.end();
	}
}
