import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The npm that started us, else the one on the path: a script that any Node.js can run. */
export function npmScript(): string {
	const started = process.env.npm_execpath;
	if (started?.endsWith('npm-cli.js')) return started;
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const found = folders.map((folder) => path.join(folder, 'npm')).find(existsSync);
	if (found === undefined) throw new Error('npm is not on the path.');
	return realpathSync(found);
}

export interface Step {
	command: string;
	args: string[];
	cwd: string;
	env: NodeJS.ProcessEnv;
	/** Its output, appended. */
	log: string;
}

/** Runs a program to its end; rejects with the end of what it said where that is a bad one. */
export async function runStep({ command, args, cwd, env, log }: Step): Promise<void> {
	const file = openSync(log, 'a');
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', file, file], detached: true });
	closeSync(file);
	const endWithUs = () => void process.kill(-(child.pid ?? 0), 'SIGKILL');
	process.once('exit', endWithUs);
	try {
		const [code] = (await once(child, 'exit')) as [number | null];
		if (code === 0) return;
	} finally {
		process.off('exit', endWithUs);
	}
	throw new Error(`${path.basename(command)} ${args.slice(1).join(' ')}\n${tailOf(log)}`);
}

/** The last lines of a log, for a message. */
export const tailOf = (log: string, lines = 40): string =>
	readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
