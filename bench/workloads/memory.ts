import { nodeUnderTest } from '../../test/harness';
import { heapWhile, settledHeap } from '../heap';
import { runBuiltNode } from '../implementations/node';
import { firstOf, type Workload, type WorkloadInput } from './workload';

const SAMPLE_EVERY_MS = 200;

/** Nothing but the items is kept. */
async function listUsers({ from, directories }: WorkloadInput) {
	const parameters = { output: 'simplified' };
	const { run } = await runBuiltNode(from, firstOf(directories), { parameters });
	return run.run.items(nodeUnderTest);
}

/** The live heap while the node runs (garbage is collected before each sample), and that of the items. */
export const memory: Workload = async (input) => {
	await listUsers(input);
	const { result, start, peak } = await heapWhile(async () => [await listUsers(input)], {
		live: true,
		everyMs: SAMPLE_EVERY_MS,
	});
	const withItems = await settledHeap();
	const count = result.pop()?.length ?? 0;
	const itemsBytes = withItems - (await settledHeap());
	return { count, itemsBytes, peakBytes: peak - start };
};
