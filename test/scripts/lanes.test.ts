import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../harness/nodePackage';

jest.setTimeout(60_000);

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'lanes-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the lanes over scripts of a package, each a program for Node. */
function start(lanes: Record<string, string[]>, programs: Record<string, string>) {
	const scripts: Record<string, string> = {};
	for (const [name, program] of Object.entries(programs)) {
		writeFileSync(at(`${name}.cjs`), program);
		scripts[name] = `node ${name}.cjs`;
	}
	writeFileSync(at('package.json'), JSON.stringify({ name: 'small', version: '1.0.0', scripts }));
	const module = pathToFileURL(path.join(projectFolder, 'scripts', 'lanes.mjs')).href;
	writeFileSync(
		at('main.mjs'),
		`import { sideBySide } from ${JSON.stringify(module)};
		const sums = await sideBySide(${JSON.stringify(lanes)}, { cwd: import.meta.dirname });
		console.log('SUMS ' + JSON.stringify(sums));`,
	);
	const child = spawn(process.execPath, [at('main.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	const ended = once(child, 'close').then(() => ({
		output,
		sums: JSON.parse(/^SUMS (.*)$/m.exec(output)?.[1] ?? 'null') as unknown,
	}));
	return { child, ended };
}

const run = async (...args: Parameters<typeof start>) => await start(...args).ended;
const counting = (passed: number, failed = 0) =>
	`console.log('${passed} passed, ${failed} failed'); process.exitCode = ${failed > 0 ? 1 : 0}`;

const alive = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

async function appearance(name: string): Promise<string> {
	while (!existsSync(at(name))) await sleep(50);
	return readFileSync(at(name), 'utf8');
}

describe('suites in lanes', () => {
	it('are summed, and each line has the name of its lane', async () => {
		const programs = { one: counting(3), two: counting(4), three: counting(50) };
		const { sums, output } = await run({ a: ['one', 'two'], b: ['three'] }, programs);
		expect(sums).toEqual({ passed: 57, failed: 0 });
		expect(output).toMatch(/^a │ 4 passed, 0 failed$/m);
		expect(output).toMatch(/^b │ 50 passed, 0 failed$/m);
		expect(output).not.toMatch(/^\d+ passed/m);
	});

	it('all run, whatever failed before', async () => {
		const programs = { one: counting(3, 2), two: counting(4) };
		const { sums } = await run({ a: ['one', 'two'] }, programs);
		expect(sums).toEqual({ passed: 7, failed: 2 });
	});

	it.each([
		['says nothing', ''],
		['dies before it counts', 'process.exit(1)'],
		['counts no failure, yet ends as failed', `${counting(1)}; process.exitCode = 1`],
	])('have a failure where one %s', async (_title, program) => {
		const { sums } = await run({ a: ['one', 'two'] }, { one: program, two: counting(4) });
		expect(sums).toMatchObject({ failed: 1 });
	});

	it('run beside each other, lane by lane', async () => {
		const wait = "while (!require('node:fs').existsSync('go'));";
		const go = "require('node:fs').writeFileSync('go', '');";
		const programs = { one: wait + counting(1), two: go + counting(1) };
		const { sums } = await run({ a: ['one'], b: ['two'] }, programs);
		expect(sums).toEqual({ passed: 2, failed: 0 });
	});

	it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
		'end with all they started on %s, and begin nothing more',
		async (signal) => {
			const grandchild = 'setInterval(() => {}, 1000)';
			const program = `const { spawn } = require('node:child_process');
				const { pid } = spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}]);
				require('node:fs').writeFileSync('pid.part', String(pid));
				require('node:fs').renameSync('pid.part', 'pid');
				setInterval(() => {}, 1000);`;
			const later = "require('node:fs').writeFileSync('later', '')";
			const { child, ended } = start({ a: ['one', 'two'] }, { one: program, two: later });
			const pid = Number(await appearance('pid'));
			expect(alive(pid)).toBe(true);
			child.kill(signal);
			expect((await ended).sums).toEqual({ passed: 0, failed: 1, signal });
			// Signalled already, and not yet taken leave of
			while (alive(pid)) await sleep(50);
			expect(existsSync(at('later'))).toBe(false);
		},
	);
});
