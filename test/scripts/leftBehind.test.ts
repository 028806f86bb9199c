import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removed, temporaryHome } from '../../scripts/left-behind.mjs';

let home: string;
const inHome = (name: string) => path.join(home, name);
beforeEach(() => (home = temporaryHome()));
afterEach(() => {
	const isThere = existsSync(home);
	rmSync(home, { recursive: true, force: true });
	expect(isThere).toBe(false);
});

describe('what suites leave in their folder for temporary files', () => {
	it('lies where programs of another user find theirs, and nothing else', async () => {
		// Windows has no such modes
		if (process.platform !== 'win32') expect(statSync(home).mode & 0o777).toBe(0o711);
		expect(await removed(home)).toEqual([]);
	});

	it('is nothing where there is nothing but what tsx and Node.js keep', async () => {
		for (const cache of ['tsx-1000', 'node-compile-cache']) mkdirSync(inHome(cache));
		expect(await removed(home)).toEqual([]);
	});

	it('is told by name', async () => {
		mkdirSync(inHome('user-directory-n8n-x'));
		writeFileSync(inHome('forgotten.json'), '{}');
		expect((await removed(home, 0)).sort()).toEqual(['forgotten.json', 'user-directory-n8n-x']);
	});

	it('is waited for', async () => {
		mkdirSync(inHome('going'));
		setTimeout(() => rmSync(inHome('going'), { recursive: true }), 300);
		expect(await removed(home)).toEqual([]);
	});

	it.each([
		['works there, although its folder is gone', () => ({ cwd: inHome('work') })],
		['has it for its own', () => ({ env: { ...process.env, TMPDIR: home } })],
	])('also is a program that still %s', async (_, options) => {
		mkdirSync(inHome('work'));
		const program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options());
		const ended = once(program, 'exit');
		try {
			await once(program, 'spawn');
			rmSync(inHome('work'), { recursive: true });
			const expected = process.platform === 'linux' ? [`process ${program.pid}`] : [];
			expect(await removed(home, 0)).toEqual(expected);
		} finally {
			program.kill('SIGKILL');
			await ended;
		}
	});
});
