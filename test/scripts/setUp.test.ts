import { execSync, spawn } from 'node:child_process';
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
	cpSync(path.join(projectFolder, 'scripts', 'set-up.mjs'), at('scripts', 'set-up.mjs'));
	for (const name of ['nodes', 'credentials', 'icons', 'gulp', 'one']) mkdirSync(at(name));
	write('gulpfile.js', '');
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
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function setUp(...args: string[]) {
	const child = spawn(process.execPath, [at('scripts/set-up.mjs'), ...args]);
	const output = { stdout: '', stderr: '' };
	child.stdout.on('data', (chunk) => (output.stdout += chunk));
	child.stderr.on('data', (chunk) => (output.stderr += chunk));
	const [status] = (await once(child, 'close')) as [number];
	return { status, ...output };
}

const installOnly = '--install-only';

describe('set-up', () => {
	it('installs once, says so, and is silent when nothing is missing', async () => {
		const first = await setUp(installOnly);
		expect(first.status).toBe(0);
		expect(first.stdout).toMatch(/^Installing [^]*Installed in /);
		expect(await setUp(installOnly)).toMatchObject({ status: 0, stdout: '', stderr: '' });
	});

	it('installs a folder that it is told of as well', async () => {
		for (const name of ['package.json', 'package-lock.json', 'one-2.0.0.tgz']) {
			cpSync(at(name), at('more', name));
		}
		expect(await setUp(installOnly, 'more')).toMatchObject({ status: 0 });
		expect(existsSync(at('more/node_modules/one/package.json'))).toBe(true);
	});

	it('installs again where node_modules is not what the lock file says', async () => {
		await setUp(installOnly);
		rmSync(at('node_modules/.package-lock.json'));
		const { status, stdout } = await setUp(installOnly);
		expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^Installing/) });
	});

	it('says in one sentence that npm failed, after its own words', async () => {
		write('package.json', {
			name: 'small',
			version: '1.0.0',
			devDependencies: { two: 'file:two.tgz' },
		});
		const { status, stderr } = await setUp(installOnly);
		expect(status).toBe(1);
		expect(stderr).toMatch(/npm error[^]*npm ci failed\. Its own message is above\./);
		expect(stderr).not.toMatch(/^\s+at /m);
	});

	it('builds where dist is missing or older than its sources', async () => {
		await setUp(installOnly);
		const gulp = "const fs = require('node:fs'); fs.mkdirSync('dist', { recursive: true });";
		mkdirSync(at('node_modules/gulp/bin'), { recursive: true });
		write('node_modules/gulp/bin/gulp.js', gulp);
		const built = { status: 0, stdout: expect.stringContaining('Building dist') };
		const silent = { status: 0, stdout: '' };
		expect(await setUp()).toMatchObject(built);
		expect(await setUp()).toMatchObject(silent);
		rmSync(at('dist'), { recursive: true });
		expect(await setUp()).toMatchObject(built);
		mkdirSync(at('nodes/Quo'));
		expect(await setUp()).toMatchObject(built);
		write('nodes/Quo/Quo.node.ts', '// new');
		expect(await setUp()).toMatchObject(built);
		write('gulpfile.js', '// other sources');
		expect(await setUp()).toMatchObject(built);
		expect(await setUp()).toMatchObject(silent);
	});

	it('builds again after a build that failed', async () => {
		await setUp(installOnly);
		mkdirSync(at('node_modules/gulp/bin'), { recursive: true });
		write(
			'node_modules/gulp/bin/gulp.js',
			"require('node:fs').mkdirSync('dist'); process.exit(1);",
		);
		const failed = { status: 1, stderr: 'The build failed. The reason is above.\n' };
		expect(await setUp()).toMatchObject(failed);
		write('node_modules/gulp/bin/gulp.js', '');
		expect(await setUp()).toMatchObject({ status: 0, stderr: '' });
	});
});
