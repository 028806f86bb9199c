import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';
import { median, repeat, runWorkload } from './repeat';

const REMEMBERED = ['values', 'fingerprints'] as const;

/** Polls of a list in which nothing changed, and what n8n's own nodes take for the same. */
export async function polls(sandboxes: Sandboxes, { repeats }: { repeats: number }) {
	const run = async (users: number, pageSize: number, variants: readonly string[]) => {
		const options = { provider: 'voximplant', users, pageSize, rateLimit: false } as const;
		const running = await sandboxes.get(options);
		await running.setLatency(20);
		const job = { workload: 'polls', directories: [running.directory], count: 1 } as const;
		return await repeat(repeats, variants, async (variant) => runWorkload({ ...job, variant }));
	};
	const large = await run(50_000, 100, ['getMany', 'compare', ...REMEMBERED]);
	const small = await run(10_000, 100, ['compareDatasets', 'values']);
	const of = (one: string, other: string, times = large) =>
		rounded(median(times, one) / median(times, other));
	const megabytes = (variant: string) => rounded(median(large, variant, 'bytes') / 1e6);
	return {
		large: { provider: 'voximplant', users: 50_000, times: large, ratio: of('compare', 'getMany') },
		snapshotMb: { values: megabytes('values'), fingerprints: megabytes('fingerprints') },
		small: {
			...{ provider: 'voximplant', users: 10_000, times: small },
			ratio: of('values', 'compareDatasets', small),
		},
	};
}
