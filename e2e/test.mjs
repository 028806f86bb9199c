// `npm run test:e2e`: the package in a real n8n. `npm run test:queue`: on n8n's workers.
// What is missing is installed first.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root, setUp } from '../scripts/set-up.mjs';

const [config, ...args] = process.argv.slice(2);
const report = path.join(os.tmpdir(), `user-directory-e2e-${process.pid}.json`);

/** Whether that tool ended well. */
async function run(tool, ...words) {
	const script = path.join(root, 'node_modules', ...tool);
	const child = spawn(process.execPath, [script, ...words], { cwd: root, stdio: 'inherit' });
	const [code] = await once(child, 'close');
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
rmSync(report, { force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
