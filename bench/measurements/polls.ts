import { median, ratio, repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

const REMEMBERED = ['values', 'fingerprints'] as const;

/** Polls of a list in which nothing changed, and what n8n's own nodes take for the same. */
export async function polls(
	sandboxes: Sandboxes,
	{ repeats, users }: { repeats: number; users: number },
) {
	const run = async (count: number, variants: readonly string[]) => {
		const options = { users: count, pageSize: 100, rateLimit: false };
		const running = await sandboxes.get({ provider: 'voximplant', ...options });
		await running.setLatency(20);
		const job = { workload: 'polls', directories: [running.directory], count: 1 } as const;
		return await repeat(repeats, variants, async (variant) => runWorkload({ ...job, variant }));
	};
	const large = await run(users, ['getMany', 'compare', ...REMEMBERED]);
	const small = await run(10_000, ['compareDatasets', 'values']);
	const megabytes = (variant: string) => rounded(median(large, variant, 'bytes') / 1e6);
	return {
		large: {
			...{ provider: 'voximplant', users, times: large },
			ratio: ratio(large, ['compare', 'getMany']),
		},
		snapshotMb: { values: megabytes('values'), fingerprints: megabytes('fingerprints') },
		small: {
			...{ provider: 'voximplant', users: 10_000, times: small },
			ratio: ratio(small, ['values', 'compareDatasets']),
		},
	};
}
