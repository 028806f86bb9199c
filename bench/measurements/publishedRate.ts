import { figure } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';

const RATE = 10;

/** When the last request may start: a rate admits so many at once, and the next ones a second later. */
export const allowedMs = (requests: number, rate: number): number =>
	Math.floor((requests - 1) / rate) * 1000;

export async function publishedRate(sandboxes: Sandboxes) {
	const [users, latencyMs] = [5000, 20];
	const running = await sandboxes.start({
		...{ provider: 'quo', users, pageSize: 50, rateLimit: true },
	});
	await running.setLatency(latencyMs);
	const directories = [running.directory];
	const job = { workload: 'publishedRate', directories, variant: '', count: 1 } as const;
	const ms = figure(await runWorkload(job), 'ms');
	const { requests, statuses, arrivals } = await running.received();
	// the last ones may come all at once: what counts is when the first of them was admitted
	const takenMs = (arrivals[requests - RATE] ?? NaN) - (arrivals[0] ?? NaN);
	const allowed = allowedMs(requests, RATE);
	const share = rounded(allowed / takenMs);
	return { users, latencyMs, requests, statuses, ms, takenMs, allowedMs: allowed, share };
}
