import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectFolder } from '../test/harness/nodePackage';

/** What a process answers to one message. */
type Answer = { value: unknown } | { error: string };

const TIMEOUT_MS = 30 * 60_000;

/** Where each process leaves its CPU profile, for Chrome's developer tools. */
function profiling(): string[] {
	const folder = process.env.BENCH_PROFILES;
	return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
}

/** One of the benchmark's own programs in a new process. It answers each message with another. */
export class BenchmarkProcess {
	private readonly process: ChildProcess;

	constructor(file: string, env: NodeJS.ProcessEnv = {}) {
		this.process = fork(path.join(__dirname, file), {
			execArgv: ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx', ...profiling()],
			serialization: 'advanced',
			// n8n's own nodes expect n8n-core beside them.
			env: { ...process.env, NODE_PATH: path.join(projectFolder, 'node_modules'), ...env },
		});
	}

	async ask<Value>(message: object): Promise<Value> {
		const done = new AbortController();
		const signal = AbortSignal.any([done.signal, AbortSignal.timeout(TIMEOUT_MS)]);
		const exited = once(this.process, 'exit', { signal }).then(([code]): [Answer] => [
			{ error: `The process ended with code ${String(code)}.` },
		]);
		const answered = once(this.process, 'message', { signal }) as Promise<[Answer]>;
		this.process.send(message);
		const [answer] = await Promise.race([answered, exited]);
		exited.catch(() => undefined);
		done.abort();
		if ('error' in answer) throw new Error(answer.error);
		return answer.value as Value;
	}

	async end(): Promise<void> {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const exited = once(this.process, 'exit');
		// It leaves by itself, and writes its profile.
		this.process.disconnect();
		await exited;
	}
}

/** Called in the new process: answers each message. */
export function answerMessages<Message>(answer: (message: Message) => Promise<unknown>): void {
	process.on('message', (message: Message) => {
		answer(message).then(
			(value) => process.send?.({ value }),
			(error: unknown) => {
				const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
				process.send?.({ error: text });
			},
		);
	});
	process.once('disconnect', () => process.exit());
}
