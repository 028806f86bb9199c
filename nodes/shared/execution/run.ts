import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorText, toNodeError } from '../errors';
import type { NodeError } from '../errors';
import { notAChoice } from '../parameters/values';
import { own } from '../text/json';
import { Item } from './item';
import type { Execute, Provider, Results } from './provider';
import { executionSource, RunContext } from './runContext';

/** What one input item led to. */
type Outcome = { results: Results } | { error: NodeError };

interface Run {
	context: RunContext;
	execute: Execute;
	/** Whether a failing item leaves the others alone. */
	continues: () => boolean;
}

/**
 * A node's `execute`. Runs the chosen operation once per input item, in order or in parallel, and gives
 * each item's results its `pairedItem`.
 *
 * @throws NodeApiError | NodeOperationError for the first failing item, unless the node continues
 */
export async function run(
	functions: IExecuteFunctions,
	provider: Provider,
): Promise<INodeExecutionData[][]> {
	const context = new RunContext(executionSource(functions), provider.connection);
	try {
		const current: Run = {
			context,
			execute: chosenOperation(context, provider),
			continues: () => functions.continueOnFail() && !context.signal?.aborted,
		};
		const outcomes = await runAll(current);
		const output: INodeExecutionData[] = [];
		for (const [index, outcome] of outcomes.entries()) {
			const items = await finish(current, outcome, index);
			for (const item of items) output.push(item);
		}
		return [output];
	} finally {
		await context.close();
	}
}

function chosenOperation(context: RunContext, { resources }: Provider): Execute {
	// As it is: n8n shows the fields of no other spelling, and drops what they hold.
	const choose = <T>(table: Record<string, T>, name: string): T => {
		const entered = context.parameter(name.toLowerCase());
		const chosen = typeof entered === 'string' ? own(table, entered) : undefined;
		if (chosen !== undefined) return chosen;
		throw notAChoice(entered, name, Object.keys(table));
	};
	try {
		return choose(choose(resources, 'Resource'), 'Operation').execute;
	} catch (error) {
		throw toNodeError(context.node, error, 0);
	}
}

async function runAll(current: Run): Promise<Outcome[]> {
	const { context, execute } = current;
	const count = context.itemCount;
	const outcomes: Outcome[] = [];
	let next = 0;
	let stopped = false;
	const worker = async (): Promise<void> => {
		while (next < count && !stopped) {
			const index = next++;
			const outcome = await attempt(context, index, async (item) => {
				// Refused also where the operation makes no request, as another item has read the same.
				void item.settings;
				return await execute(item);
			});
			outcomes[index] = outcome;
			if ('error' in outcome && !current.continues()) stopped = true;
		}
	};
	const workers = Math.min(count, concurrencyOf(context));
	await Promise.all(Array.from({ length: workers }, worker));
	const failed = current.continues() ? undefined : outcomes.find((outcome) => 'error' in outcome);
	if (failed && 'error' in failed) throw failed.error;
	return outcomes;
}

/** From the first item: there is one number of workers for all of them. */
function concurrencyOf(context: RunContext): number {
	try {
		return new Item(context, 0).settings.concurrency;
	} catch {
		// Each item that reads its options says what is wrong with them.
		return 1;
	}
}

async function attempt(
	context: RunContext,
	index: number,
	step: (item: Item) => Promise<Results>,
): Promise<Outcome> {
	try {
		return { results: await step(new Item(context, index)) };
	} catch (error) {
		return { error: toNodeError(context.node, error, index) };
	}
}

/** An item's output; its last step, which waits for the other items, is done now. */
async function finish(
	current: Run,
	outcome: Outcome,
	index: number,
): Promise<INodeExecutionData[]> {
	let last = outcome;
	if ('results' in last && 'afterAll' in last.results) {
		const { afterAll } = last.results;
		last = await attempt(current.context, index, async () => await afterAll());
		if ('error' in last && !current.continues()) throw last.error;
	}
	const pairedItem = { item: index };
	if ('error' in last) {
		// Without the error object, which makes n8n drop the input's fields on the error output.
		return [{ json: { error: errorText(last.error) }, pairedItem }];
	}
	const jsons = Array.isArray(last.results) ? last.results : [];
	return jsons.map((json) => ({ json, pairedItem }));
}
