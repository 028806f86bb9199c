import type { INode, INodeExecutionData } from 'n8n-workflow';
import { errorText, toNodeError } from '../errors';
import type { NodeError } from '../errors';
import type { Results } from './provider';

/** What one input item led to. */
type Outcome = { results: Results } | { error: NodeError };

/** What is done once per input item. */
export interface EachItem {
	node: INode;
	/** How many input items there are. */
	count: number;
	/** How many of them are worked on in parallel. */
	concurrency: number;
	/** Whether a failing item leaves the others alone. */
	continues: () => boolean;
	execute: (index: number) => Promise<Results>;
}

/**
 * The output items of all input items, in the order of the input, each with its `pairedItem`.
 *
 * @throws NodeApiError | NodeOperationError for the first failing item, unless the node continues
 */
export async function runEachItem(each: EachItem): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (const [index, outcome] of (await runAll(each)).entries()) {
		const items = await finish(each, outcome, index);
		for (const item of items) output.push(item);
	}
	return output;
}

async function runAll(each: EachItem): Promise<Outcome[]> {
	const { count, concurrency, execute } = each;
	const outcomes: Outcome[] = [];
	let next = 0;
	let stopped = false;
	const worker = async (): Promise<void> => {
		while (next < count && !stopped) {
			const index = next++;
			const outcome = await attempt(each, index, async () => await execute(index));
			outcomes[index] = outcome;
			if ('error' in outcome && !each.continues()) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: Math.min(count, concurrency) }, worker));
	const failed = each.continues() ? undefined : outcomes.find((outcome) => 'error' in outcome);
	if (failed && 'error' in failed) throw failed.error;
	return outcomes;
}

async function attempt(
	{ node }: EachItem,
	index: number,
	step: () => Promise<Results>,
): Promise<Outcome> {
	try {
		return { results: await step() };
	} catch (error) {
		return { error: toNodeError(node, error, index) };
	}
}

/** An item's output; its last step, which waits for the other items, is done now. */
async function finish(
	each: EachItem,
	outcome: Outcome,
	index: number,
): Promise<INodeExecutionData[]> {
	let last = outcome;
	if ('results' in last && 'afterAll' in last.results) {
		last = await attempt(each, index, last.results.afterAll);
		if ('error' in last && !each.continues()) throw last.error;
	}
	const pairedItem = { item: index };
	if ('error' in last) {
		// Without the error object, which makes n8n drop the input's fields on the error output.
		return [{ json: { error: errorText(last.error) }, pairedItem }];
	}
	const jsons = Array.isArray(last.results) ? last.results : [];
	return jsons.map((json) => ({ json, pairedItem }));
}
