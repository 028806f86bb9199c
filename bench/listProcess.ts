import '../test/harness';
import type { Directory } from './directory';
import { heapWhile } from './heap';
import { implementations } from './implementations';
import type { ImplementationName } from './implementations/implementation';
import { answerMessages } from './process';
import { providers } from './providers';
import { timed } from './timed';

/** The process of one implementation: it warms up on a small directory, then reads the measured ones. */

export interface ListJob {
	implementation: ImplementationName;
	warmUp: Directory;
	directory: Directory;
}

export interface ListMeasurement {
	ms: number;
	/** With n8n's engine around it, if there is one. */
	wallMs: number;
	/** Of this process; other work on the machine hardly changes it. */
	cpuMs: number;
	peakHeapBytes: number;
}

function check(users: unknown[], { users: expected, provider }: Directory): void {
	const { idField } = providers[provider];
	const ids = new Set(users.map((user) => (user as Record<string, unknown>)[idField]));
	if (users.length === expected && ids.size === expected) return;
	throw new Error(`${users.length} users, ${ids.size} different ones, instead of ${expected}.`);
}

type Read = Awaited<ReturnType<(typeof implementations)[ImplementationName]>>;

let ready: Promise<Read> | undefined;

async function warmUp(job: ListJob): Promise<Read> {
	const read = await implementations[job.implementation]();
	check((await read(job.warmUp)).users, job.warmUp);
	return read;
}

answerMessages<ListJob>(async (job): Promise<ListMeasurement> => {
	const { directory } = job;
	const read = await (ready ??= warmUp(job));
	const { result, start, peak } = await heapWhile(
		async () => await timed(async () => await read(directory)),
	);
	const { result: reading, wallMs, cpuMs } = result;
	check(reading.users, directory);
	return { ms: reading.ms, wallMs, cpuMs, peakHeapBytes: peak - start };
});
