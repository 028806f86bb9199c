import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';

jest.setTimeout(120_000);

const program = (...parts: string[]) => path.join(projectFolder, ...parts);
const node = (...args: string[]) =>
	spawnSync(process.execPath, args, {
		cwd: projectFolder,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: '' },
	});
const start = (...args: string[]) =>
	node(program('node_modules/tsx/dist/cli.mjs'), program('scripts/start/main.ts'), ...args);

describe('npm start', () => {
	it('lists four directories, registers somebody, shows that they are there, and merges all', () => {
		expect(node(program('scripts/set-up.mjs'))).toMatchObject({ status: 0 });
		const { status, stdout, stderr } = start('--users', '30');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		for (const name of ['Autocalls', 'Quo', 'Voximplant', 'Worksection']) {
			expect(stdout).toMatch(new RegExp(`^List ${name} · 30 items · \\d+\\.\\d\\d s$`, 'm'));
		}
		expect(stdout).toMatch(/^List Autocalls again · 31 items/m);
		expect(stdout).toMatch(/and found in the list[^]*Ada Lovelace[^]*Done in/);
		const [, last = ''] = stdout.split('merged into one list of 31 people');
		expect(last).toMatch(/│ autocalls │ quo +│ voximplant │ worksection/);
		expect(last).toMatch(/Done in [\d.]+ s\. Every request stayed here\.\n$/);
	});

	it('runs with nobody in the four directories, too', () => {
		const { status, stdout, stderr } = start('--users', '0');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		for (const name of ['Autocalls', 'Quo', 'Voximplant', 'Worksection']) {
			expect(stdout).toMatch(new RegExp(`^List ${name} · 0 items`, 'm'));
		}
		expect(stdout).toMatch(/^List Autocalls again · 1 item /m);
		expect(stdout).toMatch(/^Everybody · 1 item /m);
		expect(stdout).toMatch(/merged into one list of 1 person:/);
	});

	it('answers bad input with one sentence and code 2', () => {
		expect(start('--users', 'many')).toMatchObject({
			status: 2,
			stdout: '',
			stderr: '--users takes a whole number from 0 to 100,000, not "many".\n',
		});
	});
});
