import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startProgram } from '../harness/program';
import { e2eFolder, projectFolder, temporaryFolder } from '../harness/places';
import { until } from '../harness/until';

let folder: string;
beforeEach(() => (folder = temporaryFolder('program')));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

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

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		// what is dead and not yet buried has no command line
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
	} catch {
		return false;
	}
}

async function pids(): Promise<number[]> {
	await until('the program runs', written);
	const numbers = JSON.parse(readFileSync(pidsFile(), 'utf8')) as number[];
	expect(numbers.filter(isAlive)).toEqual(numbers);
	return numbers;
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
		const starter = inFolder('starter.ts');
		const from = JSON.stringify(path.join(e2eFolder, 'harness', 'program'));
		const given = JSON.stringify(options(polite));
		writeFileSync(starter, `import { startProgram } from ${from};\nvoid startProgram(${given});`);
		const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'loader.mjs');
		const parent = fork(starter, { execArgv: ['--import', tsx] });
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

	it('that is not there is told of', async () => {
		const missing = { ...options(''), command: inFolder('missing') };
		await expect(startProgram(missing)).rejects.toThrow(/missing can't be started: .*ENOENT/);
		expect(existsSync(inFolder('work'))).toBe(false);
	});
});
