import type { Directory } from '../directory';
import type { ProviderName } from '../providers';
import { median, ratio, repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

/** Worksection gives at most 10,000 users at once, and a full answer may not be all. */
const DIRECTORIES: ReadonlyArray<[ProviderName, users: number, pageSize: number]> = [
	['worksection', 9_999, 0],
	['quo', 10_000, 50],
	['autocalls', 10_000, 50],
	['voximplant', 10_000, 100],
];

/** Four directories at once, of the slowest one alone. */
async function reading(sandboxes: Sandboxes, repeats: number) {
	const latencyMs = 20;
	const directories: Directory[] = [];
	for (const [provider, users, pageSize] of DIRECTORIES) {
		const running = await sandboxes.get({ provider, users, pageSize, rateLimit: false });
		await running.setLatency(latencyMs);
		directories.push(running.directory);
	}
	const variants = [...directories.map(({ provider }) => provider), 'people'];
	const times = await repeat(repeats, variants, async (variant) => {
		const one = directories.filter(({ provider }) => provider === variant);
		const job = { workload: 'people', count: 1 } as const;
		return one.length > 0
			? await runWorkload({ ...job, variant: 'list', directories: one })
			: await runWorkload({ ...job, variant, directories });
	});
	const slowest = Math.max(...directories.map(({ provider }) => median(times, provider)));
	return { latencyMs, times, ratio: rounded(median(times, 'people') / slowest) };
}

/** The node's own work on lists that are there, of that of n8n's nodes. */
async function ofN8n(workload: 'merging' | 'comparing', count: number, repeats: number) {
	const times = await repeat(repeats, ['node', 'n8n'], async (variant) =>
		runWorkload({ workload, directories: [], variant, count }),
	);
	const result = workload === 'merging' ? 'people' : 'matched';
	const counts = ['node', 'n8n'].map((variant) => median(times, variant, result));
	if (counts[0] !== counts[1]) throw new Error(`The results differ: ${counts.join(' and ')}.`);
	return { count, times, ratio: ratio(times, ['node', 'n8n']) };
}

async function memory(count: number) {
	const job = { workload: 'comparing', directories: [], variant: 'memory', count } as const;
	const { peakBytes = NaN, itemsBytes = NaN } = await runWorkload(job);
	return { count, peakBytes, itemsBytes, ratio: rounded(peakBytes / itemsBytes) };
}

export async function people(
	sandboxes: Sandboxes,
	{ repeats, compared }: { repeats: number; compared: number },
) {
	return {
		merging: await ofN8n('merging', 10_000, repeats),
		// With 50,000, Compare Datasets takes minutes.
		comparing: await ofN8n('comparing', compared, 1),
		memory: await memory(compared),
		reading: await reading(sandboxes, repeats),
	};
}
