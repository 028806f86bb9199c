// `.ci/run`: all suites from a fresh clone; the last line is the sum of what they count.
import { exitCodeOf, sideBySide } from './lanes.mjs';
import { removed, temporaryHome } from './left-behind.mjs';
import { root, setUp, since, SetUpError } from './set-up.mjs';

const started = Date.now();
// First, so that no suite reads what another one is installing. Where it fails, each says so and counts it.
await setUp({ folders: ['e2e'], kept: true }).catch((error) => {
	console.error(error instanceof SetUpError ? error.message : error);
});
// Three lanes save nothing on two cores. Both begin with what waits more than it works: at the end, when one
// lane is left, nothing would use that time. Where n8n has to be installed first, its lane is the longer one.
const lanes = { package: ['test:faults', 'test'], n8n: ['test:queue', 'test:e2e'] };
const home = temporaryHome();
const sums = await sideBySide(lanes, { cwd: root, env: { ...process.env, TMPDIR: home } });

// Whoever presses Ctrl-C once more has to wait for this: it doesn't take long.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const left = await removed(home);
if (left.length > 0) {
	console.log(`\nLeft behind by the suites: ${left.join(', ')}`);
	sums.failed += 1;
}
console.log(`\nAll suites: ${since(started)}`);
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = exitCodeOf(sums);
