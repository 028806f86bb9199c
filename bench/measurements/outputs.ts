import type { ProviderName } from '../providers';
import { repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

const OUTPUTS = ['raw', 'simplified', 'unified', 'scim'] as const;
type Added = Record<(typeof OUTPUTS)[number], number>;

const CASES = [
	{ provider: 'voximplant', pageSize: 100 },
	{ provider: 'autocalls', pageSize: 50 },
	{ provider: 'quo', pageSize: 50 },
] as const;

interface OutputCase {
	provider: ProviderName;
	pageSize: number;
	latencyMs: number;
	repeats: number;
}

async function measure(
	sandboxes: Sandboxes,
	{ provider, pageSize, latencyMs, repeats }: OutputCase,
) {
	const users = 10_000;
	const running = await sandboxes.get({ provider, users, pageSize, rateLimit: false });
	await running.setLatency(latencyMs);
	const directories = [running.directory];
	// each output is first as often as last
	const count = OUTPUTS.length * (latencyMs === 0 ? 2 : 1);
	const { all = {} } = await repeat(latencyMs === 0 ? repeats : 1, ['all'], async () =>
		runWorkload({ workload: 'outputs', directories, variant: OUTPUTS.join(), count }),
	);
	await running.received();
	const times = Object.fromEntries(
		OUTPUTS.map((output) => [output, { ms: all[`${output} ms`], cpuMs: all[`${output} cpuMs`] }]),
	);
	// At 0 ms, wall time says more about the machine.
	const of = latencyMs === 0 ? 'cpuMs' : 'ms';
	const taken = (output: string) => times[output]?.[of]?.median ?? Number.NaN;
	const added = Object.fromEntries(
		OUTPUTS.map((output) => [output, rounded(taken(output) / taken('raw') - 1)]),
	) as Added;
	return { provider, users, latencyMs, times, of, added };
}

export async function outputs(sandboxes: Sandboxes, { repeats }: { repeats: number }) {
	const results = [];
	for (const one of CASES) {
		for (const latencyMs of [0, 20]) {
			results.push(await measure(sandboxes, { ...one, latencyMs, repeats }));
		}
	}
	return results;
}
