import { setTimeout as wait } from 'node:timers/promises';
import { SeededRandom } from '../../sandbox/seededRandom';
import { nameOf } from '../faults/column';
import { isWrite } from '../faults/fault';
import { errorTextOf, wrongItems } from '../faults/check';
import { columns } from '../faults/matrix';
import { leaks } from '../faults/secrets';
import { Setup } from '../faults/setup';
import { withDeadline } from '../faults/deadline';
import { startNode, type NodeRun } from '../harness';
import { isRefused, planRandomFaults } from './schedule';

/** The end of one execution. */
export interface Executed {
	name: string;
	outcome: 'items' | 'error' | 'stopped';
	requests: number;
	problems: string[];
	/** Closes the provider's sandbox. */
	close: () => Promise<void>;
}

const TIMEOUT_MS = 400;
const STOPPED = 0.06;
/** No schedule takes as long as that; whatever still runs is stopped. */
const LONGEST_MS = 15_000;

async function run(setup: Setup, random: SeededRandom, signal: AbortSignal): Promise<NodeRun> {
	const { fixture, column, credentials } = setup;
	const retries = random.between(0, 3);
	const maxWait = random.oneOf([0, 0.05, 0.2]);
	const options = { timeout: TIMEOUT_MS, retries, maxWait, ...fixture.options };
	const items = isWrite(column) ? 1 : random.between(1, 3);
	const execution = startNode({
		node: column.provider,
		credentials: { [fixture.credential]: credentials },
		parameters: { resource: 'user', ...fixture.parameters, options },
		signal,
		input: Array.from({ length: items }, () => ({})),
		...(random.chance(0.5) && { onError: 'continueRegularOutput' as const }),
	});
	if (random.chance(STOPPED)) {
		await wait(random.between(0, 150));
		execution.cancel();
	}
	return await execution.finished;
}

/** Nothing is wrong with an item that isn't there because the node failed. */
function wrongRead({ fixture }: Setup, outcome: NodeRun): string[] {
	const inputs = outcome.run.items('Start').length;
	return wrongItems(outcome, Array.from({ length: inputs }, () => fixture.items).flat());
}

/** The provider's state and what the node says of it agree. */
function wrongWrite({ fixture }: Setup, outcome: NodeRun): string[] {
	const done = fixture.done?.();
	const error = errorTextOf(outcome);
	const [item] = outcome.json;
	if (error === undefined) {
		const wanted =
			item?.confirmed !== undefined && fixture.confirmed ? fixture.confirmed : undefined;
		const lost = done === undefined || done === 1 ? [] : [`done ${done} times, and no error`];
		return [...lost, ...wrongItems(outcome, wanted ? [wanted] : fixture.items)];
	}
	const isOpen = /unknown/i.test(error) || done === undefined;
	return isOpen || done === 0 ? [] : [`done ${done} times, but: ${error}`];
}

function problemsOf(setup: Setup, outcome: NodeRun): string[] {
	const { fixture, column } = setup;
	const { log } = fixture.sandbox;
	const writes = log.filter((request) => fixture.isWrite(request) && !isRefused(request)).length;
	const done = fixture.done?.() ?? 0;
	const shown = leaks(outcome, { secrets: fixture.secrets, log });
	const always = [
		...shown,
		...(writes > 1 ? [`${writes} times the same write`] : []),
		...(done > 1 ? [`done ${done} times`] : []),
	];
	if (wasStopped(outcome)) return always;
	if (isWrite(column)) return [...always, ...wrongWrite(setup, outcome)];
	return errorTextOf(outcome) !== undefined ? always : [...always, ...wrongRead(setup, outcome)];
}

const wasStopped = (outcome: NodeRun): boolean =>
	outcome.run.status === 'canceled' || /cancell?ed/.test(errorTextOf(outcome) ?? '');

function outcomeOf(outcome: NodeRun): Executed['outcome'] {
	if (wasStopped(outcome)) return 'stopped';
	return errorTextOf(outcome) !== undefined ? 'error' : 'items';
}

/** One execution of an operation chosen by the seed, under faults chosen by it. */
export async function executeOnce(seed: number): Promise<Executed> {
	const random = new SeededRandom(seed);
	const [first, ...rest] = columns;
	if (!first) throw new Error('There are no operations.');
	const setup = await Setup.of(random.oneOf([first, ...rest]));
	planRandomFaults(setup, random);
	const started = Date.now();
	const outcome = await withDeadline(
		LONGEST_MS,
		async (signal) => await run(setup, random, signal),
	);
	const late = Date.now() - started >= LONGEST_MS ? [`did not end in ${LONGEST_MS} ms`] : [];
	return {
		name: `${nameOf(setup.column)}, seed ${seed}`,
		outcome: outcomeOf(outcome),
		requests: setup.fixture.sandbox.log.length,
		problems: [...late, ...problemsOf(setup, outcome)],
		close: async () => await setup.close(),
	};
}
