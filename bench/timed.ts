/** How long something took: by the clock, and of the process's own work. */
export interface Timed {
	wallMs: number;
	/** Which other work on the machine doesn't change much. */
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
