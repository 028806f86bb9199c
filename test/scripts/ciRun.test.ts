import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'ci-'));
	cpSync(path.join(projectFolder, '.ci', 'run'), path.join(folder, '.ci', 'run'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs it with an npm whose suites do what they are told here; the others pass a test each. */
function ciRun(suites: Record<string, string> = {}) {
	const cases = Object.entries(suites).map(([name, command]) => `${name}) ${command} ;;`);
	const npm = `#!/usr/bin/env bash\ncase $2 in\n${cases.join('\n')}\n*) echo "1 passed, 0 failed" ;;\nesac\n`;
	writeFileSync(path.join(folder, 'npm'), npm, { mode: 0o755 });
	const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
	const run = path.join(folder, '.ci', 'run');
	const { status, stdout } = spawnSync('bash', [run], { env, encoding: 'utf8', timeout: 10_000 });
	return { status, stdout, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('.ci/run', () => {
	it('adds the closing lines of all suites up', () => {
		const { status, last } = ciRun({ 'test:faults': 'echo "20 passed, 0 failed"' });
		expect({ status, last }).toEqual({ status: 0, last: '23 passed, 0 failed' });
	});

	it('runs every suite whatever became of the one before, and fails', () => {
		const { status, stdout, last } = ciRun({ test: 'echo "5 passed, 2 failed"; exit 1' });
		expect({ status, last }).toEqual({ status: 1, last: '8 passed, 2 failed' });
		expect(stdout.match(/npm run \S+/g)).toHaveLength(4);
	});

	it.each([
		['that prints no count', 'echo done', 3],
		['that stops after a count', 'echo "1 passed, 0 failed"; echo Stopped.; exit 1', 3],
		['that fails without counting it', 'echo "1 passed, 0 failed"; exit 1', 4],
		['that is ended by a signal', 'kill -9 $$', 3],
	])('counts a suite %s as a failure', (_, command, passed) => {
		const { status, last } = ciRun({ 'test:e2e': command });
		expect({ status, last }).toEqual({ status: 1, last: `${passed} passed, 1 failed` });
	});

	it('fails where nothing passed', () => {
		const none = 'echo "0 passed, 0 failed"';
		const suites = ['test', 'test:faults', 'test:e2e', 'test:queue'].map((name) => [name, none]);
		expect(ciRun(Object.fromEntries(suites)).status).toBe(1);
	});

	it('gives no suite a standard input to wait for', () => {
		const { status, last } = ciRun({ test: 'cat; echo "2 passed, 0 failed"' });
		expect({ status, last }).toEqual({ status: 0, last: '5 passed, 0 failed' });
	});
});
