import { builtPackage } from '../test/harness';
import { answerMessages } from './process';
import { comparing } from './workloads/comparing';
import { lookUps } from './workloads/lookUps';
import { manyAtOnce } from './workloads/manyAtOnce';
import { memory } from './workloads/memory';
import { merging } from './workloads/merging';
import { outputs } from './workloads/outputs';
import { people } from './workloads/people';
import { polls } from './workloads/polls';
import { publishedRate } from './workloads/publishedRate';
import { registrations } from './workloads/registrations';
import type { Workload, WorkloadInput } from './workloads/workload';

/** The process of one workload. */

const workloads = {
	...{ comparing, lookUps, manyAtOnce, memory, merging, outputs },
	...{ people, polls, publishedRate, registrations },
} as const;

export type WorkloadName = keyof typeof workloads;
export type WorkloadJob = Omit<WorkloadInput, 'from'> & { workload: WorkloadName };

answerMessages<WorkloadJob>(async ({ workload, ...input }) => {
	const run: Workload = workloads[workload];
	return await run({ ...input, from: await builtPackage() });
});
