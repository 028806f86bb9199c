import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorText, toNodeError } from '../shared/errors';
import type { Directory } from '../shared/directory/directory';
import { runEachItem } from '../shared/execution/eachItem';
import { notAChoice } from '../shared/parameters/values';
import { own } from '../shared/text/json';
import { PeopleItem } from './peopleItem';
import { PeopleRun } from './peopleRun';
import { compare } from './person/compare.operation';
import { eachItem } from './person/person.resource';
import type { PersonOperation } from './personOperation';

const COMPARE = 'compare';

/**
 * The node's `execute`. *Compare* takes all input items together and has four outputs; everything else
 * is done once per input item.
 *
 * @throws NodeApiError | NodeOperationError
 */
export async function runUserDirectory(
	functions: IExecuteFunctions,
	directories: readonly Directory[],
): Promise<INodeExecutionData[][]> {
	const continues = () =>
		functions.continueOnFail() && !functions.getExecutionCancelSignal?.()?.aborted;
	const operation = operationOf(functions);
	const run = new PeopleRun(functions, directories, ofAllItems(operation));
	try {
		if (operation === COMPARE) return await compared(functions, run, continues);
		const execute = async (index: number) => {
			const item = new PeopleItem(run, index);
			void item.main.settings;
			return await operation.execute(item);
		};
		const { node, itemCount: count } = run;
		return [await runEachItem({ node, count, concurrency: 1, continues, execute })];
	} finally {
		await run.close();
	}
}

/** What is read for all items alike is read with the credentials of the first. */
const ofAllItems = (operation: PersonOperation | typeof COMPARE) =>
	operation === COMPARE || operation === eachItem.getAll ? { credentialsItem: 0 } : {};

function operationOf(functions: IExecuteFunctions): PersonOperation | typeof COMPARE {
	const entered: unknown = functions.getNodeParameter('operation', 0);
	if (entered === COMPARE) return COMPARE;
	const operation = typeof entered === 'string' ? own(eachItem, entered) : undefined;
	if (operation) return operation;
	const names = [COMPARE, ...Object.keys(eachItem)];
	throw toNodeError(functions.getNode(), notAChoice(entered, 'Operation', names), 0);
}

/** With *On Error: Continue*, a failure is one item of the last output. */
async function compared(
	functions: IExecuteFunctions,
	run: PeopleRun,
	continues: () => boolean,
): Promise<INodeExecutionData[][]> {
	try {
		const item = new PeopleItem(run, 0);
		void item.main.settings;
		return await compare(item, functions.getInputData());
	} catch (error) {
		const nodeError = toNodeError(run.node, error, 0);
		if (!continues()) throw nodeError;
		return [[], [], [], [{ json: { error: errorText(nodeError) }, pairedItem: { item: 0 } }]];
	}
}
