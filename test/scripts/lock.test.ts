import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alone } from '../../scripts/lock.mjs';

let folder: string;
let file: string;
let other: ChildProcess | undefined;
beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'user-directory-lock-'));
	file = path.join(folder, 'lock');
	jest.spyOn(console, 'log').mockReturnValue();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await end(other);
	rmSync(folder, { recursive: true });
});

async function end(child?: ChildProcess): Promise<void> {
	if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill('SIGKILL');
	await gone;
}

/** Another process that lives. */
async function living(): Promise<ChildProcess> {
	other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
	await once(other, 'spawn');
	return other;
}

describe('a lock', () => {
	it('is there while its owner works, and gone afterwards, also where that fails', async () => {
		await expect(
			alone(file, async () => {
				expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
				await Promise.reject(new Error('It broke.'));
			}),
		).rejects.toThrow('It broke.');
		expect(existsSync(file)).toBe(false);
	});

	it('lets one work after the other', async () => {
		const said: string[] = [];
		const work = (name: string) => async () => {
			said.push(`${name} begins`);
			await sleep(50);
			said.push(`${name} ends`);
		};
		await Promise.all([alone(file, work('one')), alone(file, work('other'))]);
		expect(said).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
	});

	it('is taken over from a process that is gone, once it is', async () => {
		const owner = await living();
		writeFileSync(file, String(owner.pid));
		const done = alone(file, async () => await Promise.resolve('done'));
		expect(await Promise.race([done, sleep(700, 'waits')])).toBe('waits');
		await end(owner);
		expect(await done).toBe('done');
	});

	// elsewhere nothing tells such processes apart
	if (process.platform === 'linux') {
		it('is taken over where another process has the number of its owner by now', async () => {
			const { pid } = await living();
			writeFileSync(file, `${pid} 1`);
			expect(await alone(file, async () => await Promise.resolve('done'))).toBe('done');
		});
	}
});
