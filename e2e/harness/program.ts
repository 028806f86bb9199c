import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { execa } from 'execa';

export interface ProgramOptions {
	command: string;
	args?: string[];
	/** Where it runs and writes its log; `end()` removes it. */
	folder: string;
	/** The whole environment of the program, not an addition to this process's. */
	env: Record<string, string | undefined>;
	/** Of the log in that folder. */
	logName?: string;
}

export interface Ending {
	code?: number | undefined;
	signal?: string | undefined;
}

/** A program in the background. It ends with this process. */
export interface Program {
	readonly pid: number;
	/** A file, so that the program never waits for a reader. */
	readonly log: string;
	/** Resolves when it has ended, by itself or by `end()`. */
	readonly ended: Promise<Ending>;
	/** Set once it has ended. */
	readonly ending: Ending | undefined;
	/** Ends it (after 8 s by force) and removes its folder. */
	end(): Promise<void>;
	/** Ends it at once, as a crash does. Its folder stays until `end()`. */
	kill(): void;
}

/** Rejects, and removes the folder, where the program can't be started. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
	const { command, args = [], folder, env, logName = 'log' } = options;
	const log = `${folder}/${logName}`;
	// execa passes any descriptor on; its types know only those of the terminal
	const file = openSync(log, 'a') as 1;
	const child = execa(command, args, {
		...{ cwd: folder, env, extendEnv: false, forceKillAfterDelay: 8_000 },
		...{ stdio: ['ignore', file, file], buffer: false, reject: false },
	});
	closeSync(file);
	const remove = () =>
		rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	const { pid } = child;
	if (pid === undefined) {
		const { shortMessage } = await child;
		remove();
		throw new Error(`${command} can't be started: ${shortMessage}`);
	}
	let ending: Ending | undefined;
	const ended = child.then(({ exitCode, signal }) => (ending = { code: exitCode, signal }));
	return {
		pid,
		log,
		ended,
		get ending() {
			return ending;
		},
		end: async () => {
			child.kill();
			await ended;
			remove();
		},
		kill: () => void child.kill('SIGKILL'),
	};
}

/** The last lines of its log, for a message. */
export const tailOf = (log: string, lines = 40): string =>
	readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
