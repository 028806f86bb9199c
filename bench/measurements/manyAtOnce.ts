import { figure } from '../repeat';
import { runWorkload } from '../runWorkload';
import type { Sandboxes } from '../sandboxes';
import { rounded } from '../spread';
import { allowedMs } from './publishedRate';

const ACCOUNTS = [
	{ provider: 'quo', users: 600, workflows: 8, rate: 10 },
	{ provider: 'quo', users: 1000, workflows: 4, rate: 10 },
	{ provider: 'worksection', users: 200, workflows: 8, rate: 1 },
] as const;

/** 20 workflows with three credentials in one process. */
export async function manyAtOnce(sandboxes: Sandboxes) {
	const accounts = [];
	for (const { provider, users, workflows, rate } of ACCOUNTS) {
		const running = await sandboxes.start({ provider, users, pageSize: 50, rateLimit: true });
		await running.setLatency(20);
		accounts.push({ running, rate, workflows });
	}
	const directories = accounts.flatMap(({ running, workflows }) =>
		Array.from({ length: workflows }, () => running.directory),
	);
	const job = { workload: 'manyAtOnce', directories, variant: '', count: 20 } as const;
	const ends = await runWorkload(job);
	const results = [];
	for (const { running, rate, workflows } of accounts) {
		const { provider, url } = running.directory;
		const { requests, statuses } = await running.received();
		const [ms, allowed] = [figure(ends, url), allowedMs(requests, rate)];
		const above = rounded(ms / allowed - 1);
		results.push({ provider, workflows, requests, statuses, ms, allowedMs: allowed, above });
	}
	return results;
}
