import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProgram } from '../harness/program';
import { e2eFolder, projectFolder, temporaryFolder } from '../harness/places';
import { until } from '../../test/harness/until';
import { isAlive, treeOf } from './processes';

let folder: string;
let starter: ChildProcess | undefined;
beforeEach(() => (folder = temporaryFolder('program')));
afterEach(() => {
	starter?.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** Starts a child of its own, writes both numbers down, and stays. It doesn't listen to SIGTERM. */
const stubborn = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
process.on('SIGTERM', () => undefined);
require('node:fs').writeFileSync('pids', JSON.stringify([process.pid, child.pid]));
setInterval(() => {}, 1000);
`;
const polite = stubborn.replace("process.on('SIGTERM', () => undefined);", '');

const options = (script: string) => ({
	command: process.execPath,
	args: ['-e', script],
	cwd: inFolder('work'),
	env: process.env,
	log: inFolder('log'),
	remove: [inFolder('work')],
});
const inFolder = (name: string) => path.join(folder, name);
const pidsFile = () => path.join(inFolder('work'), 'pids');
const written = () => existsSync(pidsFile()) && readFileSync(pidsFile(), 'utf8').endsWith(']');

async function pids(): Promise<number[]> {
	await until('the program runs', written);
	const numbers = JSON.parse(readFileSync(pidsFile(), 'utf8')) as number[];
	expect(numbers.filter(isAlive)).toEqual(numbers);
	return numbers;
}

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

/** A process of its own, with that function of the harness. */
function runs(module: string, name: string, script: string): ChildProcess {
	const file = inFolder('starter.ts');
	const from = JSON.stringify(path.join(e2eFolder, 'harness', module));
	writeFileSync(file, `import { ${name} } from ${from};\n${script}`);
	const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'loader.mjs');
	const env = { ...process.env, TMPDIR: folder };
	return (starter = fork(file, { execArgv: ['--import', tsx], env }));
}

describe('a program that tests start', () => {
	beforeEach(() => mkdirSync(inFolder('work')));

	it.each([
		['that is polite', polite],
		['that ignores being asked', stubborn],
	])('%s is ended with its own children and folder', async (_, script) => {
		const program = await startProgram(options(script));
		const running = await pids();
		await program.end();
		expect(running.filter(isAlive)).toEqual([]);
		expect(existsSync(inFolder('work'))).toBe(false);
	});

	it('ends although whoever started it was killed', async () => {
		const given = JSON.stringify(options(polite));
		const parent = runs('program', 'startProgram', `void startProgram(${given});`);
		const running = await pids();
		parent.kill('SIGKILL');
		await once(parent, 'exit');
		await until('its folder is removed', () => !existsSync(inFolder('work')));
		expect(running.filter(isAlive)).toEqual([]);
	});

	it('tells how it ended by itself, and keeps its folder until then', async () => {
		const program = await startProgram(options('console.log("so long"); process.exit(3)'));
		expect(await program.ended).toEqual({ code: 3, signal: null });
		expect(existsSync(inFolder('work'))).toBe(true);
		await program.end();
		expect(existsSync(inFolder('work'))).toBe(false);
		expect(readFileSync(program.log, 'utf8')).toBe('so long\n');
	});

	it("that can't be started because its guard is killed leaves no folder", async () => {
		const before = treeOf(process.pid, 'guard.mjs');
		const starting = startProgram(options(polite));
		const guards = treeOf(process.pid, 'guard.mjs').filter((pid) => !before.includes(pid));
		expect(guards).toHaveLength(1);
		process.kill(guards[0] ?? 0, 'SIGKILL');
		await expect(starting).rejects.toThrow(/its guard ended/);
		expect(existsSync(inFolder('work'))).toBe(false);
	});

	it('that is not there is told of', async () => {
		const missing = { ...options(''), command: inFolder('missing') };
		await expect(startProgram(missing)).rejects.toThrow(/missing can't be started: .*ENOENT/);
		expect(existsSync(inFolder('work'))).toBe(false);
	});
});

describe('a temporary folder', () => {
	const made = () => readdirSync(folder).filter((name) => name.startsWith('user-directory-'));

	it('is removed although whoever made it was killed, and its sweeper before', async () => {
		const parent = runs('places', 'temporaryFolder', twoFolders);
		const sweepers = () => treeOf(parent.pid ?? 0, 'sweeper.cjs');
		let first = 0;
		await until('it is swept for', () => (first = sweepers()[0] ?? 0) > 0);
		process.kill(first, 'SIGKILL');
		parent.send('more');
		await until('it is swept for again', () => sweepers().some((pid) => pid !== first));
		await until('both are there', () => made().length === 2);
		parent.kill('SIGKILL');
		await once(parent, 'exit');
		await until('both are removed', () => made().length === 0);
	});

	it('is removed although whoever made it was killed before its sweeper was awake', async () => {
		const parent = runs('places', 'temporaryFolder', twoFoldersAndNoMore);
		await once(parent, 'exit');
		expect(made()).toHaveLength(2);
		await until('both are removed', () => made().length === 0);
	});
});
