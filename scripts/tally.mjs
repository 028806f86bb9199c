// Steps of a suite and the line that counts them, for the commands that .ci/run sums up.
import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run, SetUpError, since } from './set-up.mjs';

export const tool = (...parts) => path.join(root, 'node_modules', ...parts);
export const typeChecker = tool('typescript', 'bin', 'tsc');
export const node = (script, ...args) => run(process.execPath, [script, ...args]);

const started = Date.now();
let passed = 0;
let failed = 0;

/** Something that has to be done; true where it went well. */
export async function step(title, work, begun = Date.now()) {
	console.log(`\n── ${title}`);
	try {
		await work();
		console.log(`── ${title}: passed, ${since(begun)}`);
		return true;
	} catch (error) {
		if (error instanceof SetUpError) console.error(error.message);
		console.log(`── ${title}: FAILED, ${since(begun)}`);
		return false;
	}
}

/** A step that is one test. */
export async function check(title, work, begun = Date.now()) {
	const well = await step(title, work, begun);
	if (well) passed += 1;
	else failed += 1;
	return well;
}

/** Jest's tests, each counted; a file that can't even be loaded is one failure. */
export async function jest(title, ...args) {
	const report = path.join(os.tmpdir(), `user-directory-jest-${process.pid}.json`);
	const well = await step(title, () =>
		node(tool('jest', 'bin', 'jest.js'), ...args, '--json', `--outputFile=${report}`),
	);
	try {
		const counts = JSON.parse(readFileSync(report, 'utf8'));
		passed += counts.numPassedTests;
		failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
		if (!well && counts.success) failed += 1;
	} catch {
		failed += 1;
	} finally {
		rmSync(report, { force: true });
	}
}

/** For what can't be counted otherwise. */
export const fail = () => void (failed += 1);

/** The last line of a suite. */
export function tell() {
	console.log(`\nAll steps: ${since(started)}`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
