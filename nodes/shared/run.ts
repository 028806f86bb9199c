import type {
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { toNodeError } from './fault';
import { Item } from './item';
import { choiceIn } from './parameters';
import type { Delivery, Operation, Provider } from './provider';
import { Session } from './session';

/** What became of one input item. */
type Outcome = { delivery: Delivery } | { error: NodeApiError | NodeOperationError };

/**
 * A node's `execute`: runs the chosen operation once per input item, in order or side by side, and
 * gives each item's results its `pairedItem`.
 *
 * @throws NodeApiError | NodeOperationError for the first failing item, unless the node continues
 */
export async function run(
	context: IExecuteFunctions,
	provider: Provider,
): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	const session = new Session(context, provider, count);
	try {
		const outcomes = await runAll(session, operationOf(session), count);
		const output: INodeExecutionData[] = [];
		for (const [index, outcome] of outcomes.entries()) {
			const items = await finish(session, outcome, index);
			for (const item of items) output.push(item);
		}
		return [output];
	} finally {
		await session.close();
	}
}

function operationOf(session: Session): Operation {
	const choose = <T>(table: Record<string, T>, name: string): T =>
		table[choiceIn(session.parameter(name.toLowerCase(), 0), name, Object.keys(table))] as T;
	try {
		return choose(choose(session.provider.resources, 'Resource'), 'Operation');
	} catch (error) {
		throw toNodeError(session.node, error, 0);
	}
}

async function runAll(session: Session, operation: Operation, count: number): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	let next = 0;
	let stopped = false;
	const worker = async (): Promise<void> => {
		while (next < count && !stopped) {
			const index = next++;
			const outcome = await attempt(session, index, async (item) => {
				item.checkOptions();
				return await operation(item);
			});
			outcomes[index] = outcome;
			if ('error' in outcome && !session.goesOn) stopped = true;
		}
	};
	const workers = Math.min(count, concurrencyOf(session));
	await Promise.all(Array.from({ length: workers }, worker));
	const failed = session.goesOn ? undefined : outcomes.find((outcome) => 'error' in outcome);
	if (failed && 'error' in failed) throw failed.error;
	return outcomes;
}

/** From the first item: there is one number of workers for all of them. */
function concurrencyOf(session: Session): number {
	try {
		return new Item(session, 0).settings.concurrency;
	} catch {
		// Each item that reads its options says what is wrong with them.
		return 1;
	}
}

async function attempt(
	session: Session,
	index: number,
	step: (item: Item) => Promise<Delivery>,
): Promise<Outcome> {
	try {
		return { delivery: await step(new Item(session, index)) };
	} catch (error) {
		return { error: toNodeError(session.node, error, index) };
	}
}

/** An item's output; what it left until the others had their turn is done now. */
async function finish(
	session: Session,
	outcome: Outcome,
	index: number,
): Promise<INodeExecutionData[]> {
	let last = outcome;
	if ('delivery' in last && 'afterAll' in last.delivery) {
		const { afterAll } = last.delivery;
		last = await attempt(session, index, async () => await afterAll());
		if ('error' in last && !session.goesOn) throw last.error;
	}
	const pairedItem = { item: index };
	if ('error' in last) {
		const { error } = last;
		return [{ json: { error: error.message }, error, pairedItem }];
	}
	const jsons = Array.isArray(last.delivery) ? last.delivery : [];
	return jsons.map((json) => ({ json, pairedItem }));
}
