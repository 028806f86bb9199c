import type { Directory } from './directory';
import { BenchmarkProcess } from './process';
import type { Command, Received, StartOptions } from './sandboxProcess';

/** A directory in the process of the sandboxes. */
export interface RunningDirectory {
	directory: Directory;
	/** Before every answer from now on. */
	setLatency(ms: number): Promise<void>;
	/** The requests since the last call. Throws if one was refused or had an unknown parameter. */
	received(): Promise<Received>;
	reset(): Promise<void>;
}

/** The process of the sandboxes, as the main process uses it. */
export class Sandboxes {
	private readonly process = new BenchmarkProcess('sandboxProcess.ts');

	private readonly started = new Map<string, Promise<RunningDirectory>>();

	/** The same directory for the same options. */
	async get(options: StartOptions): Promise<RunningDirectory> {
		const key = JSON.stringify(options);
		const directory = this.started.get(key) ?? this.start(options);
		this.started.set(key, directory);
		return await directory;
	}

	/** A directory of its own. */
	async start(options: StartOptions): Promise<RunningDirectory> {
		const ask = async <Value>(command: Command) => await this.process.ask<Value>(command);
		const { id, directory } = await ask<{ id: number; directory: Directory }>({ start: options });
		return {
			directory,
			setLatency: async (latencyMs) => await ask<void>({ latencyMs, id }),
			received: async () => withoutErrors(await ask<Received>({ received: id })),
			reset: async () => await ask<void>({ reset: id }),
		};
	}

	async close(): Promise<void> {
		await this.process.end();
	}
}

function withoutErrors(received: Received): Received {
	const refused = Object.keys(received.statuses).filter((status) => !status.startsWith('2'));
	if (refused.length === 0 && received.warnings.length === 0) return received;
	throw new Error(`The sandbox refused requests: ${JSON.stringify(received)}`);
}
