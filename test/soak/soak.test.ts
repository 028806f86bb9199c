import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectFolder } from '../harness/nodePackage';
import type { SoakResult } from './soak';

const LONGEST_MS = 180_000;
const MOST_GROWTH_BYTES = 10 * 1024 * 1024;

let soaked: SoakResult;
beforeAll(async () => {
	// A process of its own: the garbage is collected where the test says so.
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--expose-gc', '--import', 'tsx', 'test/soak/main.ts'],
		{ cwd: projectFolder, maxBuffer: 64 * 1024 * 1024, timeout: LONGEST_MS },
	).catch((error: { stdout: string }) => error);
	soaked = JSON.parse(stdout) as SoakResult;
}, LONGEST_MS);

describe('500 executions under random faults', () => {
	it('each end in the right items or in an error, with no write seen twice and nothing secret shown', () => {
		expect(soaked.problems).toEqual([]);
		expect(soaked.executions).toBe(500);
	});

	it('meet enough of both', () => {
		expect(Math.min(soaked.outcomes.items, soaked.outcomes.error)).toBeGreaterThan(100);
		expect(soaked.requests).toBeGreaterThan(500);
	});

	it('leave no timer and no socket', () => {
		expect(soaked.left).toEqual([]);
	});

	it('leave less than 10 MB', () => {
		expect(soaked.heapGrowthBytes).toBeLessThan(MOST_GROWTH_BYTES);
	});
});
