import { runBuilt } from '../contestants/node';
import { spread } from '../spread';
import { timed } from '../timed';
import { only, type Trial } from './trial';

/**
 * Everybody, `count` times in each of the outputs that `variant` names, in turn: two processes differ by
 * more than two outputs do. A round before makes the code warm.
 */
export const outputs: Trial = async ({ from, directories, variant, count }) => {
	const directory = only(directories);
	const names = variant.split(',');
	const times: Record<string, number[]> = {};
	for (let round = 0; round <= count; round++) {
		for (const index of names.keys()) {
			const output = names[(index + round) % names.length] ?? '';
			const work = { parameters: { output } };
			// what one output left behind isn't billed to the next
			globalThis.gc?.();
			const { result, cpuMs } = await timed(async () => await runBuilt(from, directory, work));
			if (round === 0) continue;
			(times[`${output} ms`] ??= []).push(result.ms);
			(times[`${output} cpuMs`] ??= []).push(cpuMs);
		}
	}
	return Object.fromEntries(
		Object.entries(times).map(([name, values]) => [name, spread(values).median]),
	);
};
