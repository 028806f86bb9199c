import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run } from './set-up.mjs';

const JEST = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/**
 * Runs jest and counts its tests. A file that can't even be loaded is one failure, and so is a run
 * that ends badly or without a report.
 */
export async function countedJest(...args) {
	const report = path.join(os.tmpdir(), `user-directory-jest-${process.pid}.json`);
	const well = await run(process.execPath, [
		JEST,
		'--json',
		`--outputFile=${report}`,
		...args,
	]).then(
		() => true,
		() => false,
	);
	try {
		const counts = JSON.parse(readFileSync(report, 'utf8'));
		const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
		return { passed: counts.numPassedTests, failed: well ? failed : Math.max(1, failed) };
	} catch {
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(report, { force: true });
	}
}
