// `.ci/run`: all suites from a fresh clone; the last line is the sum of what they count.
import { exitCodeOf, sideBySide } from './lanes.mjs';
import { root, setUp, since, SetUpError } from './set-up.mjs';

const started = Date.now();
// First, so that no suite reads what another one is installing. Where it fails, each says so and counts it.
await setUp({ folders: ['e2e'], kept: true }).catch((error) => {
	console.error(error instanceof SetUpError ? error.message : error);
});
// Three lanes save nothing on two cores.
const lanes = { package: ['test', 'test:faults'], n8n: ['test:e2e', 'test:queue'] };
const sums = await sideBySide(lanes, { cwd: root });

console.log(`\nAll suites: ${since(started)}`);
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = exitCodeOf(sums);
