import { runBuiltNode } from '../implementations/node';
import { spread } from '../spread';
import { timed } from '../timed';
import { firstOf, type Workload } from './workload';

/**
 * Lists all users `count` times in each of the outputs in `variant`, in turn and in one process: two
 * processes differ more than two outputs do. The first round warms up.
 */
export const outputs: Workload = async ({ from, directories, variant, count }) => {
	const directory = firstOf(directories);
	const names = variant.split(',');
	const times: Record<string, number[]> = {};
	for (let round = 0; round <= count; round++) {
		for (const index of names.keys()) {
			const output = names[(index + round) % names.length] ?? '';
			// the garbage of one output must not slow down the next
			globalThis.gc?.();
			const { result, cpuMs } = await timed(
				async () => await runBuiltNode(from, directory, { parameters: { output } }),
			);
			if (round === 0) continue;
			(times[`${output} ms`] ??= []).push(result.ms);
			(times[`${output} cpuMs`] ??= []).push(cpuMs);
		}
	}
	return Object.fromEntries(
		Object.entries(times).map(([name, values]) => [name, spread(values).median]),
	);
};
