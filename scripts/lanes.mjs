// Suites in lanes: one after the other in a lane, the lanes side by side. Nothing but Node, because
// nothing else is there yet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

const COUNTS = /^(\d+) passed, (\d+) failed$/;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Every suite runs, whatever became of the others. Their lines are shown as they come, with the name of
 * their lane.
 *
 * @param lanes npm scripts by the name of their lane
 * @param options for each suite's process, as `spawn` has them
 * @returns what all suites counted, each that fails or ends without a count being one failure at least,
 * and the signal that ended them
 */
export async function sideBySide(lanes, options = {}) {
	const groups = new Groups();
	const sums = { passed: 0, failed: 0 };
	const lane = async ([name, suites]) => {
		for (const suite of suites) {
			if (groups.signal) return;
			const { passed, failed } = await runSuite(suite, { name, groups, options });
			sums.passed += passed;
			sums.failed += failed;
		}
	};
	try {
		await Promise.all(Object.entries(lanes).map(lane));
	} finally {
		groups.release();
	}
	return { ...sums, signal: groups.signal };
}

/** As a shell tells it: 0 only where something passed and nothing failed. */
export function exitCodeOf({ passed, failed, signal }) {
	if (signal) return 128 + constants.signals[signal];
	return failed === 0 && passed > 0 ? 0 : 1;
}

async function runSuite(suite, { name, groups, options }) {
	let counts;
	const show = (line) => {
		counts = COUNTS.exec(line) ?? counts;
		console.log(`${name} │ ${line}`);
	};
	const code = await groups.run(['npm', 'run', suite], options, show).catch((error) => {
		show(`${suite}: ${error.message}`);
		return 1;
	});
	const [passed = 0, failed = 0] = counts?.slice(1).map(Number) ?? [];
	const isWell = code === 0 && counts !== undefined;
	return { passed, failed: isWell ? failed : Math.max(failed, 1) };
}

/** What runs, each with all it started in a group of its own, so that it can be ended with it. */
class Groups {
	signal;
	#running = new Set();
	#end = (signal) => {
		// The second time by force
		this.#signalAll(this.signal ? 'SIGKILL' : signal);
		this.signal = signal;
	};
	#kill = () => this.#signalAll('SIGKILL');

	constructor() {
		for (const signal of SIGNALS) process.on(signal, this.#end);
		process.on('exit', this.#kill);
	}

	release() {
		for (const signal of SIGNALS) process.off(signal, this.#end);
		process.off('exit', this.#kill);
	}

	/** @returns the exit code; null where a signal ended it */
	async run([command, ...args], options, show) {
		const stdio = ['ignore', 'pipe', 'pipe'];
		const child = spawn(command, args, { ...options, stdio, detached: true });
		const closed = once(child, 'close');
		this.#running.add(child);
		try {
			for (const input of [child.stdout, child.stderr]) {
				if (input) createInterface({ input }).on('line', show);
			}
			const [code] = await closed;
			return code;
		} finally {
			this.#running.delete(child);
		}
	}

	#signalAll(signal) {
		for (const { pid } of this.#running) {
			try {
				if (pid !== undefined) process.kill(-pid, signal);
			} catch {
				// It is gone already.
			}
		}
	}
}
