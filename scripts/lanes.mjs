// Suites in lanes: one after the other in a lane, the lanes side by side. Nothing but Node, because
// nothing else is there yet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const COUNTS = /^(\d+) passed, (\d+) failed$/;

/**
 * Every suite runs, whatever became of the others. Their lines are shown as they come, with the name of
 * their lane.
 *
 * @param lanes npm scripts by the name of their lane
 * @returns what all suites counted; one that fails or ends without a count is one failure at least
 */
export async function sideBySide(lanes, options = {}) {
	const running = new Set();
	const stop = ending(running);
	const sums = { passed: 0, failed: 0 };
	const lane = async ([name, suites]) => {
		for (const suite of suites) {
			if (stop.signal) return;
			const { passed, failed } = await runSuite(suite, { name, running, options });
			sums.passed += passed;
			sums.failed += failed;
		}
	};
	try {
		await Promise.all(Object.entries(lanes).map(lane));
	} finally {
		stop.release();
	}
	return { ...sums, signal: stop.signal };
}

async function runSuite(suite, { name, running, options }) {
	// A group of its own, so that all it started can be ended with it
	const stdio = ['ignore', 'pipe', 'pipe'];
	const child = spawn('npm', ['run', suite], { ...options, stdio, detached: true });
	running.add(child);
	let counts;
	for (const input of [child.stdout, child.stderr]) {
		createInterface({ input }).on('line', (line) => {
			counts = COUNTS.exec(line) ?? counts;
			console.log(`${name} │ ${line}`);
		});
	}
	const [code] = await once(child, 'close');
	running.delete(child);
	const [passed = 0, failed = 0] = counts?.slice(1).map(Number) ?? [];
	const isWell = code === 0 && counts !== undefined;
	return { passed, failed: isWell ? failed : Math.max(failed, 1) };
}

/** Ctrl-C and the like end every group; the second one at once. */
function ending(running) {
	const stop = { signal: undefined, release };
	const end = (signal) => {
		const how = stop.signal ? 'SIGKILL' : signal;
		stop.signal = signal;
		for (const { pid } of running) {
			try {
				process.kill(-pid, how);
			} catch (error) {
				if (error.code !== 'ESRCH') throw error;
			}
		}
	};
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, end);
	function release() {
		for (const signal of signals) process.off(signal, end);
	}
	return stop;
}
