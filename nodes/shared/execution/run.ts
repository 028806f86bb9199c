import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from '../errors';
import { notAChoice } from '../parameters/values';
import { own } from '../text/json';
import { runEachItem } from './eachItem';
import { Item } from './item';
import type { Execute, Provider } from './provider';
import { executionSource, RunContext } from './runContext';

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
		const execute = chosenOperation(context, provider);
		const output = await runEachItem({
			node: context.node,
			count: context.itemCount,
			concurrency: concurrencyOf(context),
			continues: () => functions.continueOnFail() && !context.signal?.aborted,
			async execute(index) {
				const item = new Item(context, index);
				// Refused also where the operation makes no request, as another item has read the same.
				void item.settings;
				return await execute(item);
			},
		});
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

/** From the first item: there is one number of workers for all of them. */
function concurrencyOf(context: RunContext): number {
	try {
		return new Item(context, 0).settings.concurrency;
	} catch {
		// Each item that reads its options says what is wrong with them.
		return 1;
	}
}
