import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';

export interface ProgramOptions {
	command: string;
	args?: string[];
	cwd?: string;
	/** The whole environment of the program, not an addition to this process's. */
	env: NodeJS.ProcessEnv;
	/** Where its output goes, appended: to a file, so that it never waits for a reader. */
	log: string;
	/** Folders that are removed at the end, by whatever way it comes. */
	remove?: string[];
	/** Folders that are removed only if it has to be ended, because what it made there is no whole. */
	removeIfCut?: string[];
}

export interface Ending {
	code?: number | null;
	signal?: NodeJS.Signals | null;
	/** Why it could not even be started. */
	failure?: string;
}

/** A program in a process group of its own, which never outlives this process. */
export interface Program {
	/** Also the number of its process group. */
	readonly pid: number;
	readonly log: string;
	/** Resolves when it has ended, by itself or by `end()`. */
	readonly ended: Promise<Ending>;
	/** Set once it has ended. */
	readonly ending: Ending | undefined;
	/** Ends the whole group (after 8 s by force), removes the folders, and resolves when that is done. */
	end(): Promise<void>;
	/** The whole group at once, without a farewell: what a crash does. Its folders stay until `end()`. */
	kill(): void;
}

type Told = Ending & { pid?: number };

/** Starts a program under a guard (guard.mjs). Rejects where it can't be started. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
	const { command, args = [], cwd, env, log, remove = [], removeIfCut = [] } = options;
	const guard = fork(path.join(__dirname, 'guard.mjs'), {
		execArgv: [],
		env: {},
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		detached: true,
	});
	const gone = once(guard, 'exit');
	let ending: Ending | undefined;
	const ended = new Promise<Ending>((resolve) => {
		guard.on('message', (told: Told) => {
			if (told.pid === undefined) resolve((ending = told));
		});
		void gone.then(() => resolve((ending ??= {})));
	});
	const end = async () => {
		if (guard.connected) guard.disconnect();
		await gone;
	};
	const asked = { command, args, options: { cwd, env }, log, remove, removeIfCut };
	// where it can't be told, Ctrl-C has killed it before it left our process group
	guard.send(asked, () => undefined);
	const pid = await Promise.race([pidOf(guard), ended]);
	if (typeof pid !== 'number') {
		await end();
		for (const folder of remove) rmSync(folder, { recursive: true, force: true });
		throw new Error(`${command} can't be started: ${pid.failure ?? 'its guard ended'}`);
	}
	return {
		pid,
		log,
		ended,
		get ending() {
			return ending;
		},
		end,
		kill: () => void process.kill(-pid, 'SIGKILL'),
	};
}

const pidOf = (guard: ChildProcess) =>
	new Promise<number>((resolve) => {
		guard.on('message', ({ pid }: Told) => {
			if (pid !== undefined) resolve(pid);
		});
	});
