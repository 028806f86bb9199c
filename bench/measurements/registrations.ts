import { ratio, repeat } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';

export async function registrations(sandboxes: Sandboxes, { repeats }: { repeats: number }) {
	const [count, latencyMs] = [1000, 20];
	const running = await sandboxes.start({
		...{ provider: 'autocalls', users: 100, pageSize: 50, rateLimit: false },
	});
	await running.setLatency(latencyMs);
	const directories = [running.directory];
	const times = await repeat(repeats, ['1', '8'], async (variant) => {
		const figures = await runWorkload({ workload: 'registrations', directories, variant, count });
		const { requests } = await running.received();
		await running.reset();
		await running.setLatency(latencyMs);
		return { ...figures, requests };
	});
	return { count, latencyMs, times, ratio: ratio(times, ['8', '1']) };
}
