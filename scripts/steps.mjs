// Steps of a suite and its closing line, `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { root, since } from './set-up.mjs';

const started = Date.now();
const counts = { passed: 0, failed: 0 };
const options = { cwd: root, preferLocal: true, stdin: 'ignore', reject: false };

/** A command that counts as one test. Its output comes in one piece, so that several may run at once. */
export async function check(title, command, ...args) {
	const begun = Date.now();
	const { failed, all, originalMessage } = await execa(command, args, { ...options, all: true });
	console.log(`\n── ${title}: ${failed ? 'FAILED' : 'passed'}, ${since(begun)}`);
	if (all) console.log(all);
	if (failed && !all) console.log(originalMessage ?? `${command} failed.`);
	counts[failed ? 'failed' : 'passed'] += 1;
	return !failed;
}

/** Jest's tests, each counted. A file that can't be loaded is one failure. */
export async function jest(...args) {
	const report = path.join(os.tmpdir(), `user-directory-jest-${process.pid}.json`);
	const streams = { stdout: 'inherit', stderr: 'inherit' };
	const { failed } = await execa('jest', [...args, '--json', `--outputFile=${report}`], {
		...options,
		...streams,
	});
	try {
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } = JSON.parse(
			readFileSync(report, 'utf8'),
		);
		counts.passed += numPassedTests;
		counts.failed += numFailedTests + numRuntimeErrorTestSuites;
		if (failed && success) counts.failed += 1;
	} catch {
		counts.failed += 1;
	} finally {
		rmSync(report, { force: true });
	}
}

/** For a failure that no step has counted. */
export const fail = () => void (counts.failed += 1);

/** Prints the closing line and sets the exit code. */
export function close() {
	console.log(`\nAll steps: ${since(started)}`);
	console.log(`${counts.passed} passed, ${counts.failed} failed`);
	process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}
