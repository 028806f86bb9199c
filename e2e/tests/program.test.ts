import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProgram } from '../harness/program';
import { e2eFolder, projectFolder, temporaryFolder } from '../harness/places';
import { until } from '../../test/harness/until';
import { isAlive, treeOf } from './processes';

/** Starts a child of its own, writes both numbers down, and stays. It doesn't listen to SIGTERM. */
const stubborn = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
process.on('SIGTERM', () => undefined);
require('node:fs').writeFileSync('pids', JSON.stringify([process.pid, child.pid]));
setInterval(() => {}, 1000);
`;
const polite = stubborn.replace("process.on('SIGTERM', () => undefined);", '');

/** A folder of one test, and what it starts there. */
class Place {
	readonly folder = temporaryFolder('program');

	readonly work = this.at('work');

	private starter: ChildProcess | undefined;

	at(name: string): string {
		return path.join(this.folder, name);
	}

	options(script: string) {
		mkdirSync(this.work, { recursive: true });
		return {
			command: process.execPath,
			args: ['-e', script],
			cwd: this.work,
			env: process.env,
			log: this.at('log'),
			remove: [this.work],
		};
	}

	/** Those that the program has written down. */
	async pids(): Promise<number[]> {
		const file = path.join(this.work, 'pids');
		const written = () => existsSync(file) && readFileSync(file, 'utf8').endsWith(']');
		await until('the program runs', written);
		const numbers = JSON.parse(readFileSync(file, 'utf8')) as number[];
		expect(numbers.filter(isAlive)).toEqual(numbers);
		return numbers;
	}

	/** A process of its own, with that function of the harness. */
	runs(module: string, name: string, script: string): ChildProcess {
		const file = this.at('starter.ts');
		const from = JSON.stringify(path.join(e2eFolder, 'harness', module));
		writeFileSync(file, `import { ${name} } from ${from};\n${script}`);
		const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'loader.mjs');
		const env = { ...process.env, TMPDIR: this.folder };
		return (this.starter = fork(file, { execArgv: ['--import', tsx], env }));
	}

	leave(): void {
		this.starter?.kill('SIGKILL');
		rmSync(this.folder, { recursive: true, force: true });
	}
}

/** With a place of its own, so that it can run at once with those that wait for somebody's patience to end. */
const inPlace = (body: (place: Place) => Promise<void>) => async () => {
	const place = new Place();
	await body(place).finally(() => place.leave());
};

/** The second is made when somebody asks. */
const twoFolders = `
temporaryFolder('first');
process.on('message', () => temporaryFolder('second'));
`;
const twoFoldersAndNoMore = `
temporaryFolder('first');
temporaryFolder('second');
process.kill(process.pid, 'SIGKILL');
`;

const madeIn = ({ folder }: Place) =>
	readdirSync(folder).filter((name) => name.startsWith('user-directory-'));

it.concurrent(
	'a temporary folder is removed although whoever made it was killed, and its sweeper before',
	inPlace(async (place) => {
		const parent = place.runs('places', 'temporaryFolder', twoFolders);
		const sweepers = () => treeOf(parent.pid ?? 0, 'sweeper.cjs');
		let first = 0;
		await until('it is swept for', () => (first = sweepers()[0] ?? 0) > 0);
		process.kill(first, 'SIGKILL');
		parent.send('more');
		await until('it is swept for again', () => sweepers().some((pid) => pid !== first));
		await until('both are there', () => madeIn(place).length === 2);
		parent.kill('SIGKILL');
		await once(parent, 'exit');
		await until('both are removed', () => madeIn(place).length === 0);
	}),
);

it.concurrent(
	'a temporary folder is removed although whoever made it was killed before its sweeper was awake',
	inPlace(async (place) => {
		const parent = place.runs('places', 'temporaryFolder', twoFoldersAndNoMore);
		await once(parent, 'exit');
		expect(madeIn(place)).toHaveLength(2);
		await until('both are removed', () => madeIn(place).length === 0);
	}),
);

for (const [which, script] of [
	['that is polite', polite],
	['that ignores being asked', stubborn],
] as const) {
	it.concurrent(
		`a program ${which} is ended with its own children and folder`,
		inPlace(async (place) => {
			const program = await startProgram(place.options(script));
			const running = await place.pids();
			await program.end();
			expect(running.filter(isAlive)).toEqual([]);
			expect(existsSync(place.work)).toBe(false);
		}),
	);
}

it.concurrent(
	'a program ends although whoever started it was killed',
	inPlace(async (place) => {
		const given = JSON.stringify(place.options(polite));
		const parent = place.runs('program', 'startProgram', `void startProgram(${given});`);
		const running = await place.pids();
		parent.kill('SIGKILL');
		await once(parent, 'exit');
		await until('its folder is removed', () => !existsSync(place.work));
		expect(running.filter(isAlive)).toEqual([]);
	}),
);

it.concurrent(
	'a program tells how it ended by itself, and keeps its folder until then',
	inPlace(async (place) => {
		const program = await startProgram(place.options('console.log("so long"); process.exit(3)'));
		expect(await program.ended).toEqual({ code: 3, signal: null });
		expect(existsSync(place.work)).toBe(true);
		await program.end();
		expect(existsSync(place.work)).toBe(false);
		expect(readFileSync(program.log, 'utf8')).toBe('so long\n');
	}),
);

// not at once with those that start guards too
it(
	"a program that can't be started because its guard is killed leaves no folder",
	inPlace(async (place) => {
		const before = treeOf(process.pid, 'guard.mjs');
		const starting = startProgram(place.options(polite));
		const guards = treeOf(process.pid, 'guard.mjs').filter((pid) => !before.includes(pid));
		expect(guards).toHaveLength(1);
		process.kill(guards[0] ?? 0, 'SIGKILL');
		await expect(starting).rejects.toThrow(/its guard ended/);
		expect(existsSync(place.work)).toBe(false);
	}),
);

it.concurrent(
	'a program that is not there is told of',
	inPlace(async (place) => {
		const missing = { ...place.options(''), command: place.at('missing') };
		await expect(startProgram(missing)).rejects.toThrow(/missing can't be started: .*ENOENT/);
		expect(existsSync(place.work)).toBe(false);
	}),
);
