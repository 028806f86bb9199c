/** How long something took: by the clock, and in CPU time of this process. */
export interface Timed {
	wallMs: number;
	/** Other work on the machine hardly changes it. */
	cpuMs: number;
}

export async function timed<Result>(
	work: () => Promise<Result>,
): Promise<{ result: Result } & Timed> {
	const started = performance.now();
	const before = process.cpuUsage();
	const result = await work();
	const { user, system } = process.cpuUsage(before);
	return { result, wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}
