import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Runs a program to its end; what it says is shown. */
export async function runToEnd(command: string, args: string[], cwd: string): Promise<void> {
	const child = spawn(command, args, {
		cwd,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} ended with code ${code}.`);
}

/** What a child answers to one message. */
type Reply = { value: unknown } | { failed: string };

const LONGEST_MS = 15 * 60_000;

/** One of our own programs in a process of its own, which answers each message with another. */
export class Child {
	private readonly process: ChildProcess;

	constructor(file: string) {
		this.process = fork(path.join(__dirname, file), {
			execArgv: ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx'],
			serialization: 'advanced',
		});
	}

	async ask<Answer>(question: unknown): Promise<Answer> {
		const done = new AbortController();
		const signal = AbortSignal.any([done.signal, AbortSignal.timeout(LONGEST_MS)]);
		const ended = once(this.process, 'exit', { signal }).then(([code]): [Reply] => [
			{ failed: `The process ended with code ${String(code)}.` },
		]);
		const replied = once(this.process, 'message', { signal }) as Promise<[Reply]>;
		this.process.send(question as object);
		const [reply] = await Promise.race([replied, ended]);
		ended.catch(() => undefined);
		done.abort();
		if ('failed' in reply) throw new Error(reply.failed);
		return reply.value as Answer;
	}

	async end(): Promise<void> {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const gone = once(this.process, 'exit');
		this.process.kill();
		await gone;
	}
}

/** The other side: answers every message, or says why it can't. */
export function answer<Question>(reply: (question: Question) => Promise<unknown>): void {
	process.on('message', (question: Question) => {
		reply(question).then(
			(value) => process.send?.({ value }),
			(error: unknown) => {
				const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
				process.send?.({ failed: said });
			},
		);
	});
	process.once('disconnect', () => process.exit());
}
