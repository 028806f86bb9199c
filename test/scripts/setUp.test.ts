import { execFileSync, execSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';

jest.setTimeout(120_000);

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);
const write = (name: string, content: unknown) =>
	writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));

let template: string;

/** A project with one development dependency, which lies beside it. */
beforeAll(() => {
	template = mkdtempSync(path.join(os.tmpdir(), 'set-up-'));
	folder = template;
	const scripts = ['set-up', 'digest', 'lock', 'cache', 'kept-tools'];
	for (const name of scripts.map((script) => `${script}.mjs`)) {
		cpSync(path.join(projectFolder, 'scripts', name), at('scripts', name));
	}
	mkdirSync(at('one'));
	write('one/package.json', { name: 'one', version: '2.0.0' });
	write('package.json', {
		name: 'small',
		version: '1.0.0',
		n8n: { nodes: [], credentials: [] },
		devDependencies: { one: 'file:one-2.0.0.tgz' },
	});
	const lockOnly = 'npm install --package-lock-only --no-audit --no-fund --offline';
	execSync(`npm pack ./one && ${lockOnly}`, { cwd: folder, stdio: 'pipe' });
});
afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'set-up-'));
	cpSync(template, folder, { recursive: true });
});
const started: ChildProcess[] = [];
afterEach(() => {
	for (const child of started.splice(0)) child.kill();
	rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
	const child = spawn(process.execPath, args);
	started.push(child);
	return child;
}

/** `heard` gets what it has said so far, each time that it says something. */
async function setUp(args: string[] = [], heard: (stdout: string) => void = () => undefined) {
	const child = start(at('scripts/set-up.mjs'), ...args);
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => heard((output.stdout += chunk)));
	child.stderr.on('data', (chunk) => (output.stderr += chunk));
	const [status] = (await once(child, 'close')) as [number];
	return { status, ...output };
}

const installOnly = ['--install-only'];

describe('set-up', () => {
	it('installs once, says so, and is silent when nothing is missing', async () => {
		const first = await setUp(installOnly);
		expect(first.status).toBe(0);
		expect(first.stdout).toMatch(/^Installing [^]*Installed in /);
		expect(await setUp(installOnly)).toMatchObject({ status: 0, stdout: '', stderr: '' });
		expect(existsSync(at('.set-up.lock'))).toBe(false);
	});

	it('links what it has installed and kept before, once asked to', async () => {
		const call =
			"import('./scripts/set-up.mjs').then((it) => it.setUp({ build: 'never', kept: true }))";
		const env = { ...process.env, XDG_CACHE_HOME: at('cache') };
		const take = () =>
			execFileSync(process.execPath, ['-e', call], { cwd: folder, env }).toString();
		expect(take()).toMatch(/^Installing [^]*Installed in /);
		rmSync(at('node_modules'), { recursive: true });
		expect(take()).toMatch(/^Linked the tools that were installed before, in [\d.]+ s\.\n$/);
		expect(existsSync(at('node_modules/one/package.json'))).toBe(true);
		expect(take()).toBe('');
	});

	it('says in one sentence that npm failed, after its own words', async () => {
		write('package.json', {
			name: 'small',
			version: '1.0.0',
			devDependencies: { two: 'file:two.tgz' },
		});
		const { status, stderr } = await setUp(installOnly);
		expect(status).toBe(1);
		expect(stderr).toMatch(/npm error[^]*npm ci failed; its own words are above\./);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(existsSync(at('.set-up.lock'))).toBe(false);
	});

	it('builds where dist is not what the last build of these sources left', async () => {
		await setUp(installOnly);
		const gulp = "const fs = require('node:fs'); fs.mkdirSync('dist', { recursive: true });";
		mkdirSync(at('node_modules/gulp/bin'), { recursive: true });
		write('node_modules/gulp/bin/gulp.js', `${gulp} fs.writeFileSync('dist/made', 'well');`);
		const built = { status: 0, stdout: expect.stringContaining('Building dist') };
		const silent = { status: 0, stdout: '' };
		expect(await setUp()).toMatchObject(built);
		expect(await setUp()).toMatchObject(silent);
		write('dist/made', 'by another build');
		expect(await setUp()).toMatchObject(built);
		rmSync(at('dist/made'));
		expect(await setUp()).toMatchObject(built);
		write('gulpfile.js', '// other sources');
		expect(await setUp()).toMatchObject(built);
		expect(await setUp()).toMatchObject(silent);
	});

	it('takes over from a process that is gone, and waits for one that is not', async () => {
		const gone = start('-e', '0');
		await once(gone, 'close');
		write('.set-up.lock', String(gone.pid));
		expect(await setUp(installOnly)).toMatchObject({ status: 0 });

		const busy = start('-e', 'setTimeout(() => {}, 100_000)');
		write('.set-up.lock', String(busy.pid));
		const { status, stdout } = await setUp(installOnly, (said) => {
			if (said.includes('Another command')) busy.kill();
		});
		expect(status).toBe(0);
		expect(stdout).toBe('Another command is setting this folder up; waiting for it …\n');
	});
});
