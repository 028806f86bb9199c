// `.ci/run`: all suites from a fresh clone; the last line is the sum of what they count. The lane of the
// package computes, that of n8n mostly waits.
import { constants } from 'node:os';
import { sideBySide } from './lanes.mjs';
import { root, since } from './set-up.mjs';

const started = Date.now();
const lanes = { package: ['test', 'test:faults'], n8n: ['test:e2e', 'test:queue'] };
const { passed, failed, signal } = await sideBySide(lanes, { cwd: root });

console.log(`\nAll suites: ${since(started)}`);
console.log(`${passed} passed, ${failed} failed`);
if (signal) process.exitCode = 128 + constants.signals[signal];
else process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
