import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { toNodeError } from '../errors';
import { Item } from '../execution/item';
import { RunContext } from '../execution/runContext';
import { budgetOf } from './budget';
import type { Budget, Progress } from './budget';
import { withoutOverlap } from './overlap';
import { pollError } from './pollError';
import type { Timed } from './pollError';
import { pollOnce } from './pollOnce';
import { pollSource } from './pollSource';
import { sampleEvents } from './sample';
import type { UserTrigger } from './userTrigger';

/** How long a poll keeps others from starting where n8n gives it no budget. */
const LONGEST_MS = 600_000;

/** @throws NodeApiError | NodeOperationError */
export async function pollUsers(
	functions: IPollFunctions,
	trigger: UserTrigger,
): Promise<INodeExecutionData[][] | null> {
	const budget = budgetOf(functions);
	const context = new RunContext(
		pollSource(functions, budget?.signal),
		trigger.provider.connection,
	);
	const progress: Progress = { read: 0 };
	try {
		const jsons = await eventsOf(functions, trigger, { context, budget, progress });
		return jsons && [jsons.map((json) => ({ json }))];
	} catch (error) {
		throw toNodeError(context.node, pollError(error, { budget, progress }), 0);
	} finally {
		await context.close();
	}
}

async function eventsOf(
	functions: IPollFunctions,
	trigger: UserTrigger,
	{ context, budget, progress }: Timed & { context: RunContext },
): Promise<IDataObject[] | null> {
	const item = new Item(context, 0);
	if (functions.getMode() === 'manual') return await sampleEvents(item, trigger);
	const node = JSON.stringify([functions.getWorkflow().id, functions.getNode().id]);
	const within = budget ? waitingWithin(item, budget) : item;
	const poll = async () => await pollOnce(functions, trigger, { context, item: within, progress });
	return await withoutOverlap(node, budget?.allMs ?? LONGEST_MS, poll);
}

/** A wait that outlasts the poll would end it anyway, and nobody would know what it waited for. */
function waitingWithin(item: Item, { ms }: Budget): Item {
	const maxWait = Math.min(item.settings.maxWaitMs, ms) / 1000;
	return item.with({ options: { ...item.options, maxWait } });
}
