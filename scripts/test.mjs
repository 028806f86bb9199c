// `npm test`: every step runs, whatever became of the one before; the last line counts.
import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, run, setUp, SetUpError, since } from './set-up.mjs';

const tool = (...parts) => path.join(root, 'node_modules', ...parts);
const node = (script, ...args) => run(process.execPath, [script, ...args]);

const steps = [
	['Build', () => setUp({ build: 'always' })],
	['Lint', () => node(tool('eslint', 'bin', 'eslint.js'), '.')],
	['Format', () => node(tool('prettier', 'bin', 'prettier.cjs'), '--check', '.')],
	['Types', () => node(tool('typescript', 'bin', 'tsc'), '--noEmit')],
];

let passed = 0;
let failed = 0;

async function step(title, work) {
	console.log(`\n── ${title}`);
	const started = Date.now();
	try {
		await work();
		console.log(`── ${title}: passed, ${since(started)}`);
		return true;
	} catch (error) {
		if (error instanceof SetUpError) console.error(error.message);
		console.log(`── ${title}: FAILED, ${since(started)}`);
		return false;
	}
}

/** Unit, workflow, contract and package tests; a file that can't even be loaded is one failure. */
async function jest() {
	const report = path.join(os.tmpdir(), `user-directory-jest-${process.pid}.json`);
	const well = await step('Tests', () =>
		node(tool('jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`),
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

const started = Date.now();
if (await step('Set-up', () => setUp({ build: 'never' }))) {
	for (const [title, work] of steps) {
		if (await step(title, work)) passed += 1;
		else failed += 1;
	}
	await jest();
} else {
	failed += 1;
}
console.log(`\nAll steps: ${since(started)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
