import { nodeUnderTest } from '../../test/harness';
import { runBuilt } from '../contestants/node';
import { heapWhile, settledHeap } from '../heap';
import type { Stage, Trial } from './trial';
import { only } from './trial';

const LOOK_EVERY_MS = 200;

/** Only the items outlive this. */
async function everybody({ from, directories }: Stage) {
	const work = { parameters: { output: 'simplified' } };
	const { run } = await runBuilt(from, only(directories), work);
	return run.run.items(nodeUnderTest);
}

/** What is alive while the node runs, garbage collected at each look, against the items themselves. */
export const memory: Trial = async (stage) => {
	await everybody(stage);
	const { result, start, peak } = await heapWhile(async () => [await everybody(stage)], {
		live: true,
		everyMs: LOOK_EVERY_MS,
	});
	const held = await settledHeap();
	const count = result.pop()?.length ?? 0;
	const itemsBytes = held - (await settledHeap());
	return { count, itemsBytes, peakBytes: peak - start };
};
