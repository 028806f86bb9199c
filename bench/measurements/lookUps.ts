import { median, repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

const LOOK_UPS = 1000;
/** HTTP Request starts with all items at once: 1,000 would be 20,000 requests and a gigabyte of pages. */
const LISTS_MEASURED = 50;

export async function lookUps(sandboxes: Sandboxes, { repeats }: { repeats: number }) {
	const [users, pageSize, latencyMs] = [1000, 50, 20];
	const running = await sandboxes.get({
		...{ provider: 'autocalls', users, pageSize, rateLimit: false },
	});
	await running.setLatency(latencyMs);
	const directories = [running.directory];
	const times = await repeat(repeats, ['node', 'httpRequest'], async (variant) => {
		const count = variant === 'node' ? LOOK_UPS : LISTS_MEASURED;
		const figures = await runWorkload({ workload: 'lookUps', directories, variant, count });
		// the workload itself lists the addresses first
		const before = variant === 'node' ? users / pageSize : 0;
		return { ...figures, requests: (await running.received()).requests - before };
	});
	const estimateMs = (median(times, 'httpRequest') / LISTS_MEASURED) * LOOK_UPS;
	return {
		...{ provider: 'autocalls', users, pageSize, latencyMs, lookUps: LOOK_UPS },
		...{ times, listsMeasured: LISTS_MEASURED, estimateMs: rounded(estimateMs) },
		ratio: rounded(median(times, 'node') / estimateMs),
	};
}
