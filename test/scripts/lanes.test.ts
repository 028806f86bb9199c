import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitCodeOf } from '../../scripts/lanes.mjs';
import { projectFolder } from '../harness/nodePackage';
import { until } from '../harness/until';

jest.setTimeout(60_000);

let folder: string;
let child: ChildProcess | undefined;
const at = (name: string) => path.join(folder, name);

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'lanes-'))));
afterEach(async () => {
	if (child?.exitCode === null && child.signalCode === null) {
		const closed = once(child, 'close');
		child.kill('SIGTERM');
		child.kill('SIGTERM');
		await closed;
	}
	rmSync(folder, { recursive: true });
});

/** Runs the lanes over scripts of a package, each a program for Node. */
function start(
	lanes: Record<string, string[]>,
	programs: Record<string, string>,
	env: NodeJS.ProcessEnv = {},
) {
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
	const started = spawn(process.execPath, [at('main.mjs')], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...env },
	});
	child = started;
	let output = '';
	started.stdout.on('data', (chunk) => (output += chunk));
	const ended = once(started, 'close').then(() => ({
		output,
		sums: JSON.parse(/^SUMS (.*)$/m.exec(output)?.[1] ?? 'null') as unknown,
	}));
	return { child: started, ended };
}

const run = async (...args: Parameters<typeof start>) => await start(...args).ended;
const counting = (passed: number, failed = 0) =>
	`console.log('${passed} passed, ${failed} failed'); process.exitCode = ${failed > 0 ? 1 : 0};`;
/** Should the test fail, it ends nevertheless. */
const patience = 'setTimeout(() => process.exit(9), 30_000);';
const said = (name: string) => `require('node:fs').writeFileSync('${name}', '');`;

const appearance = async (name: string) =>
	await until(`${name} is there`, () => existsSync(at(name)));

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
		['says nothing', '', 4],
		['dies before it counts', 'process.exit(1)', 4],
		['counts no failure, yet ends as failed', `${counting(1)} process.exitCode = 1`, 5],
	])('have a failure where one %s', async (_title, program, passed) => {
		const { sums } = await run({ a: ['one', 'two'] }, { one: program, two: counting(4) });
		expect(sums).toEqual({ passed, failed: 1 });
	});

	it.each<[string, string, object]>([
		[
			'in pieces',
			"process.stdout.write('2 pas'); setTimeout(() => process.stdout.write('sed, 0 failed'), 200)",
			{ passed: 2, failed: 0 },
		],
		['on stderr', "console.error('2 passed, 0 failed')", { passed: 2, failed: 0 }],
		['with a failure, yet end well', "console.log('2 passed, 1 failed')", { passed: 2, failed: 1 }],
		['more than once, the last of them', counting(1) + counting(2), { passed: 2, failed: 0 }],
	])('may count %s', async (_title, program, sums) => {
		expect((await run({ a: ['one'] }, { one: program })).sums).toEqual(sums);
	});

	it('that cannot be started are failures', async () => {
		const { sums, output } = await run({ a: ['one'], b: ['two'] }, {}, { PATH: folder });
		expect(sums).toEqual({ passed: 0, failed: 2 });
		expect(output).toMatch(/^a │ one: spawn npm ENOENT$/m);
	});

	const waiting = `${patience}
		setInterval(() => {
			if (!require('node:fs').existsSync('go')) return;
			${counting(1)}
			process.exit();
		}, 50);`;

	it('run beside each other, lane by lane', async () => {
		const programs = { one: waiting, two: said('go') + counting(1) };
		const { sums } = await run({ a: ['one'], b: ['two'] }, programs);
		expect(sums).toEqual({ passed: 2, failed: 0 });
	});
});

describe('suites that are to end', () => {
	/** Its own end is told only when all that hold its output are gone. */
	const withGrandchild = (grandchild: string) => `${patience}
		const { spawn } = require('node:child_process');
		const program = ${JSON.stringify(patience + grandchild)};
		spawn(process.execPath, ['-e', program], { stdio: 'inherit' });`;
	const begun = withGrandchild(said('begun'));

	it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
		'do so with all they started on %s, and nothing more begins',
		async (signal) => {
			const programs = { one: begun, two: said('later') };
			const { child: lanes, ended } = start({ a: ['one', 'two'] }, programs);
			await appearance('begun');
			const sent = Date.now();
			lanes.kill(signal);
			expect((await ended).sums).toEqual({ passed: 0, failed: 1, signal });
			expect(Date.now() - sent).toBeLessThan(20_000);
			expect(existsSync(at('later'))).toBe(false);
		},
	);

	it('are ended by force the second time', async () => {
		const deaf = "process.on('SIGTERM', () => require('node:fs').writeFileSync('heard', ''));";
		const { child: lanes, ended } = start(
			{ a: ['one'] },
			{ one: withGrandchild(deaf + said('begun')) },
		);
		await appearance('begun');
		const sent = Date.now();
		lanes.kill('SIGTERM');
		await appearance('heard');
		lanes.kill('SIGTERM');
		expect((await ended).sums).toEqual({ passed: 0, failed: 1, signal: 'SIGTERM' });
		expect(Date.now() - sent).toBeLessThan(20_000);
	});
});

it.each([
	[{ passed: 3, failed: 0 }, 0],
	[{ passed: 3, failed: 1 }, 1],
	[{ passed: 0, failed: 0 }, 1],
	[{ passed: 3, failed: 0, signal: 'SIGINT' }, 130],
	[{ passed: 3, failed: 1, signal: 'SIGTERM' }, 143],
])('%j ends with code %d', (sums, code) => {
	expect(exitCodeOf(sums)).toBe(code);
});
