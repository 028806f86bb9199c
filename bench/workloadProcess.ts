import { builtPackage } from '../test/harness';
import { answerMessages } from './process';
import { lookUps } from './workloads/lookUps';
import { manyAtOnce } from './workloads/manyAtOnce';
import { memory } from './workloads/memory';
import { outputs } from './workloads/outputs';
import { publishedRate } from './workloads/publishedRate';
import { registrations } from './workloads/registrations';
import type { Workload, WorkloadInput } from './workloads/workload';

/** The process of one workload. */

const workloads = { lookUps, memory, outputs, manyAtOnce, publishedRate, registrations } as const;

export type WorkloadName = keyof typeof workloads;
export type WorkloadJob = Omit<WorkloadInput, 'from'> & { workload: WorkloadName };

answerMessages<WorkloadJob>(async ({ workload, ...input }) => {
	const run: Workload = workloads[workload];
	return await run({ ...input, from: await builtPackage() });
});
