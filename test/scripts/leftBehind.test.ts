import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removed, temporaryHome } from '../../scripts/left-behind.mjs';

let home: string;
const inHome = (name: string) => path.join(home, name);
beforeEach(() => (home = temporaryHome()));
afterEach(() => {
	expect(existsSync(home)).toBe(false);
	rmSync(home, { recursive: true, force: true });
});

describe('what suites leave in their folder for temporary files', () => {
	it('lies where programs of another user find theirs, and nothing else', () => {
		expect(statSync(home).mode & 0o777).toBe(0o711);
		return expect(removed(home)).resolves.toEqual([]);
	});

	it('is nothing where there is nothing but what tsx keeps', async () => {
		mkdirSync(inHome('tsx-1000'));
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

	it('also is a program that still works there, although its folder is gone', async () => {
		mkdirSync(inHome('work'));
		const program = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
			cwd: inHome('work'),
		});
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
