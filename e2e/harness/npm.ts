import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { startProgram } from './program';

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
	/** Removed, should this process die before the step has ended. */
	removeIfCut?: string[];
}

/** Runs a program to its end; rejects with the end of what it said where that is a bad one. */
export async function runStep(step: Step): Promise<void> {
	const program = await startProgram(step);
	const { code } = await program.ended;
	await program.end();
	if (code === 0) return;
	const asked = step.args.map((argument) => path.basename(argument)).join(' ');
	throw new Error(`"${asked}" ended with code ${code}; its own words:\n${tailOf(step.log)}`);
}

/** The last lines of a log, for a message. */
export const tailOf = (log: string, lines = 40): string =>
	readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
