import { setTimeout as wait } from 'node:timers/promises';
import { SeededRandom } from '../../sandbox/seededRandom';
import { nameOf } from '../faults/column';
import { isWrite } from '../faults/fault';
import { errorOf, wrongItems } from '../faults/judge';
import { columns } from '../faults/matrix';
import { leaks } from '../faults/secrets';
import { Stage } from '../faults/stage';
import { within } from '../faults/within';
import { type NodeRun, startNode } from '../harness';
import { isRefused, misbehaveAtRandom } from './schedule';

/** What became of one execution. */
export interface Lived {
	name: string;
	outcome: 'items' | 'error' | 'stopped';
	requests: number;
	problems: string[];
	/** Ends the provider, which still waits for more. */
	close: () => Promise<void>;
}

const TIMEOUT_MS = 400;
const STOPPED = 0.06;
/** No schedule takes as long as that; whatever still runs is stopped. */
const LONGEST_MS = 15_000;

async function run(stage: Stage, random: SeededRandom, signal: AbortSignal): Promise<NodeRun> {
	const { scene, column, credentials } = stage;
	const retries = random.between(0, 3);
	const maxWait = random.oneOf([0, 0.05, 0.2]);
	const options = { timeout: TIMEOUT_MS, retries, maxWait, ...scene.options };
	const items = isWrite(column) ? 1 : random.between(1, 3);
	const execution = startNode({
		node: column.provider,
		credentials: { [scene.credential]: credentials },
		parameters: { resource: 'user', ...scene.parameters, options },
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
function wrongRead({ scene }: Stage, outcome: NodeRun): string[] {
	const inputs = outcome.run.items('Start').length;
	return wrongItems(outcome, Array.from({ length: inputs }, () => scene.items).flat());
}

/** The provider's state and what the node says of it agree. */
function wrongWrite({ scene }: Stage, outcome: NodeRun): string[] {
	const done = scene.done?.();
	const error = errorOf(outcome);
	const [item] = outcome.json;
	if (!error) {
		const wanted = item?.confirmed !== undefined && scene.confirmed ? scene.confirmed : undefined;
		const lost = done === undefined || done === 1 ? [] : [`done ${done} times, and no error`];
		return [...lost, ...wrongItems(outcome, wanted ? [wanted] : scene.items)];
	}
	const isOpen = /unknown/i.test(error.message) || done === undefined;
	return isOpen || done === 0 ? [] : [`done ${done} times, but: ${error.message}`];
}

function problemsOf(stage: Stage, outcome: NodeRun): string[] {
	const { scene, column } = stage;
	const { log } = scene.sandbox;
	const writes = log.filter((request) => scene.isWrite(request) && !isRefused(request)).length;
	const done = scene.done?.() ?? 0;
	const shown = leaks(outcome, { secrets: scene.secrets, log });
	const always = [
		...shown,
		...(writes > 1 ? [`${writes} times the same write`] : []),
		...(done > 1 ? [`done ${done} times`] : []),
	];
	if (wasStopped(outcome)) return always;
	if (isWrite(column)) return [...always, ...wrongWrite(stage, outcome)];
	return errorOf(outcome) ? always : [...always, ...wrongRead(stage, outcome)];
}

const wasStopped = (outcome: NodeRun): boolean =>
	outcome.run.status === 'canceled' || /cancell?ed/.test(errorOf(outcome)?.message ?? '');

function outcomeOf(outcome: NodeRun): Lived['outcome'] {
	if (wasStopped(outcome)) return 'stopped';
	return errorOf(outcome) ? 'error' : 'items';
}

/** One execution of an operation chosen by the seed, under faults chosen by it. */
export async function live(seed: number): Promise<Lived> {
	const random = new SeededRandom(seed);
	const [first, ...rest] = columns;
	if (!first) throw new Error('There are no operations.');
	const stage = await Stage.of(random.oneOf([first, ...rest]));
	misbehaveAtRandom(stage, random);
	const started = Date.now();
	const outcome = await within(LONGEST_MS, async (signal) => await run(stage, random, signal));
	const late = Date.now() - started >= LONGEST_MS ? [`did not end in ${LONGEST_MS} ms`] : [];
	return {
		name: `${nameOf(stage.column)}, seed ${seed}`,
		outcome: outcomeOf(outcome),
		requests: stage.scene.sandbox.log.length,
		problems: [...late, ...problemsOf(stage, outcome)],
		close: async () => await stage.close(),
	};
}
