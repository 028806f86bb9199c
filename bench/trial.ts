import { builtPackage } from '../test/harness';
import { answer } from './child';
import { lookUps } from './trials/lookUps';
import { memory } from './trials/memory';
import { outputs } from './trials/outputs';
import { manyAtOnce, publishedRate } from './trials/rates';
import { registrations } from './trials/registrations';
import type { Stage, Trial } from './trials/trial';

/** A trial's process. */

const trials = { lookUps, memory, outputs, manyAtOnce, publishedRate, registrations } as const;

export type TrialName = keyof typeof trials;
export type TrialJob = Omit<Stage, 'from'> & { trial: TrialName };

answer<TrialJob>(async ({ trial, ...stage }) => {
	const run: Trial = trials[trial];
	return await run({ ...stage, from: await builtPackage() });
});
