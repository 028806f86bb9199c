import '../test/harness';
import { answer } from './child';
import { contestants } from './contestants';
import type { ContestantName } from './contestants/contestant';
import { heapWhile } from './heap';
import type { Directory } from './providers';

/** A contestant's process: gets warm on a small directory, then reads those that count. */

export interface ReadingJob {
	contestant: ContestantName;
	warmUp: Directory;
	directory: Directory;
}

export interface Measured {
	ms: number;
	/** Around everything: the engine too, where there is one. */
	wallMs: number;
	/** Of this process, which other work on the machine doesn't change much. */
	cpuMs: number;
	peakHeapBytes: number;
}

function check(users: unknown[], { users: expected, provider }: Directory): void {
	const field = provider === 'voximplant' ? 'user_id' : 'id';
	const ids = new Set(users.map((user) => (user as Record<string, unknown>)[field]));
	if (users.length === expected && ids.size === expected) return;
	throw new Error(`${users.length} users, ${ids.size} different ones, instead of ${expected}.`);
}

type Read = Awaited<ReturnType<(typeof contestants)[ContestantName]>>;

let ready: Promise<Read> | undefined;

async function warm({ contestant, warmUp }: ReadingJob): Promise<Read> {
	const read = await contestants[contestant]();
	check((await read(warmUp)).users, warmUp);
	return read;
}

answer<ReadingJob>(async (job): Promise<Measured> => {
	const { directory } = job;
	const read = await (ready ??= warm(job));
	const { result, start, peak } = await heapWhile(async () => {
		const started = performance.now();
		const cpu = process.cpuUsage();
		const reading = await read(directory);
		const { user, system } = process.cpuUsage(cpu);
		return { ...reading, wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
	});
	check(result.users, directory);
	const { ms, wallMs, cpuMs } = result;
	return { ms, wallMs, cpuMs, peakHeapBytes: peak - start };
});
