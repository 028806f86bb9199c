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

/** A list that is not whole may be so later: n8n polls less often then. */
const MAY_CHANGE = 'temporarily-unavailable';

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
	return await withoutOverlap(node, budget?.allMs ?? LONGEST_MS, poll);
}

const LATER = 'Try again later. If it keeps failing, ask the provider for help.';

/** As a poll tells it: nobody waits for its answer, and n8n polls again. */
function explained(
	error: unknown,
	{ connection }: RunContext,
	{ budget, progress }: Timed,
): unknown {
	if (!(error instanceof ProviderError)) return error;
	// A request that is cut off because the time is over looks like a cancelled one.
	if (error.kind === 'cancelled' && budget?.signal.aborted === true) {
		return outOfTime(connection.title, budget, progress);
	}
	// The next step of a list without an end is to set a limit, which a poll has not.
	if (error.kind === 'endlessList') return error.with({ next: LATER, cause: MAY_CHANGE });
	if (error.kind !== 'incompleteList') return error;
	const { next = LATER } = error.details;
	return error.with({ next, cause: MAY_CHANGE });
}
