import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { ProviderError, toNodeError } from '../errors';
import { Item } from '../execution/item';
import { RunContext } from '../execution/runContext';
import { budgetOf, outOfTime } from './budget';
import type { Budget, Progress } from './budget';
import { withoutOverlap } from './overlap';
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
		throw toNodeError(context.node, explained(error, context, { budget, progress }), 0);
	} finally {
		await context.close();
	}
}

interface Timed {
	budget: Budget | undefined;
	progress: Progress;
}

async function eventsOf(
	functions: IPollFunctions,
	trigger: UserTrigger,
	{ context, budget, progress }: Timed & { context: RunContext },
): Promise<IDataObject[] | null> {
	const item = new Item(context, 0);
	if (functions.getMode() === 'manual') return await sampleEvents(item, trigger);
	const node = JSON.stringify([functions.getWorkflow().id, functions.getNode().id]);
	const poll = async () => await pollOnce(functions, trigger, { context, item, progress });
	return await withoutOverlap(node, budget?.ms ?? LONGEST_MS, poll);
}

/** A request that is cut off because the time is over looks like a cancelled one. */
function explained(
	error: unknown,
	{ connection }: RunContext,
	{ budget, progress }: Timed,
): unknown {
	const isOver = budget?.signal.aborted === true && error instanceof ProviderError;
	return isOver && error.kind === 'cancelled'
		? outOfTime(connection.title, budget, progress)
		: error;
}
