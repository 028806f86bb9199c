// `npm run test:e2e`: the package in a real n8n. `npm run test:queue`: on n8n's workers.
// What is missing is installed first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, setUp } from '../scripts/set-up.mjs';

const [config, ...args] = process.argv.slice(2);
const temporary = mkdtempSync(path.join(os.tmpdir(), 'user-directory-e2e-'));
// Postgres, which refuses to run as root, looks into it as another user
chmodSync(temporary, 0o711);
const report = path.join(temporary, 'report.json');
const env = { ...process.env, TMPDIR: temporary };
// Ctrl-C ends the tests. What they leave is removed here.
let isInterrupted = false;
process.on('SIGINT', () => (isInterrupted = true));

/** Whether that tool ended well. */
async function run(tool, ...words) {
	const script = path.join(root, 'node_modules', ...tool);
	const child = spawn(process.execPath, [script, ...words], { cwd: root, env, stdio: 'inherit' });
	const [code] = await once(child, 'close');
	if (isInterrupted) throw new Error('Interrupted.');
	return code === 0;
}

/** How many tests passed and failed; a file that can't even be loaded is one failure. */
async function runTests() {
	if (!(await setUp({ folders: ['e2e'] }))) return { passed: 0, failed: 1 };
	const typesFit = await run(['typescript', 'bin', 'tsc'], '--noEmit', '-p', 'e2e');
	const jest = ['--config', path.join('e2e', config), '--json', `--outputFile=${report}`];
	const went = await run(['jest', 'bin', 'jest.js'], ...jest, ...args);
	const counts = JSON.parse(readFileSync(report, 'utf8'));
	const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
	return {
		passed: counts.numPassedTests + (typesFit ? 1 : 0),
		failed: (went ? 0 : Math.max(failed, 1)) + (typesFit ? 0 : 1),
	};
}

const { passed, failed } = await runTests().catch((error) => {
	console.error(error.message);
	return { passed: 0, failed: 1 };
});
rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
