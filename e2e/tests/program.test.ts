import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { e2eFolder, projectFolder, temporaryFolder } from '../harness/folders';
import { startProgram } from '../harness/program';
import { until } from '../../test/harness/until';
import { isAlive } from './processes';

const polite = `
console.log('started');
require('node:fs').writeFileSync('pid', process.pid + ' ');
setInterval(() => {}, 1000);
`;
const stubborn = `process.on('SIGTERM', () => console.log('not yet'));${polite}`;

let folder: string;
beforeEach(() => (folder = temporaryFolder('program')));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options = (script: string) => ({
	command: process.execPath,
	args: ['-e', script],
	folder,
	env: process.env,
});

/** The number that the program has written down. */
async function runningPid(): Promise<number> {
	const file = path.join(folder, 'pid');
	await until('it runs', () => existsSync(file) && readFileSync(file, 'utf8').endsWith(' '));
	const pid = Number(readFileSync(file, 'utf8'));
	expect(isAlive(pid)).toBe(true);
	return pid;
}

describe('a program', () => {
	it.each([
		['that ends when it is asked', polite],
		['that ignores being asked', stubborn],
	])('%s is ended, and its folder removed', async (_, script) => {
		const program = await startProgram(options(script));
		const pid = await runningPid();
		expect(program.pid).toBe(pid);
		expect(readFileSync(program.log, 'utf8')).toBe('started\n');
		await program.end();
		expect(isAlive(pid)).toBe(false);
		expect(existsSync(folder)).toBe(false);
	});

	it('tells how it ended by itself, and keeps its folder until then', async () => {
		const program = await startProgram(options('console.log("so long"); process.exit(3)'));
		expect(program.ending).toBeUndefined();
		expect(await program.ended).toMatchObject({ code: 3 });
		expect(program.ending).toMatchObject({ code: 3 });
		expect(readFileSync(program.log, 'utf8')).toBe('so long\n');
		await program.end();
		expect(existsSync(folder)).toBe(false);
	});

	it('is killed as by a crash, and keeps its folder', async () => {
		const program = await startProgram(options(stubborn));
		const pid = await runningPid();
		program.kill();
		expect(await program.ended).toMatchObject({ signal: 'SIGKILL' });
		expect(isAlive(pid)).toBe(false);
		expect(existsSync(program.log)).toBe(true);
		await program.end();
	});

	it('ends with the process that started it', async () => {
		const starter = path.join(folder, 'starter.ts');
		const program = JSON.stringify(path.join(e2eFolder, 'harness', 'program.ts'));
		const given = JSON.stringify(options(polite));
		writeFileSync(
			starter,
			`import { startProgram } from ${program};\nvoid startProgram(${given});`,
		);
		const tsx = path.join(projectFolder, 'node_modules', 'tsx', 'dist', 'loader.mjs');
		const parent = fork(starter, { execArgv: ['--import', tsx] });
		const pid = await runningPid();
		parent.kill('SIGTERM');
		await once(parent, 'exit');
		await until('it has ended', () => !isAlive(pid));
	});

	it('that is not there is told of', async () => {
		const missing = { ...options(''), command: path.join(folder, 'missing') };
		await expect(startProgram(missing)).rejects.toThrow(/missing can't be started: .*ENOENT/);
		expect(existsSync(folder)).toBe(false);
	});
});
