import { median, repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

const CASES = [
	{ provider: 'voximplant', pageSize: 1000 },
	{ provider: 'autocalls', pageSize: 50 },
] as const;

export async function memory(
	sandboxes: Sandboxes,
	{ repeats, users }: { repeats: number; users: number },
) {
	const results = [];
	for (const { provider, pageSize } of CASES) {
		const running = await sandboxes.get({ provider, users, pageSize, rateLimit: false });
		await running.setLatency(0);
		const directories = [running.directory];
		const spreads = await repeat(repeats, ['simplified'], async (variant) =>
			runWorkload({ workload: 'memory', directories, variant, count: users }),
		);
		await running.received();
		const bytes = (name: string) => median(spreads, 'simplified', name);
		const ratio = rounded(bytes('peakBytes') / bytes('itemsBytes'));
		results.push({ provider, users, bytes: spreads.simplified, ratio });
	}
	return results;
}
