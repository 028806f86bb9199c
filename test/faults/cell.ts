import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { type NodeRun, runNode } from '../harness';
import { type Column, nameOf } from './column';
import type { Fault } from './fault';
import { errorOf, type Happened, problemsOf } from './judge';
import { expectationOf, MAX_WAIT_MS, RETRIES } from './rules';
import { Stage } from './stage';
import { within } from './within';

/** A fault that befalls an operation. */
export interface Cell {
	fault: Fault;
	column: Column;
}

export interface Result {
	row: string;
	column: string;
	/** What happened, in a few words. */
	said: string;
	/** An error in its own words. */
	message: string;
	problems: string[];
	tookMs: number;
}

/** Long enough for a request that should not be sent, after the node has ended. */
const AFTERWARDS_MS = 60;
const TIMEOUT_MS = 8000;

export const rowOf = ({ name, times }: Fault): string => `${name}, ${times}`;

async function runIn(stage: Stage, fault: Fault, signal: AbortSignal): Promise<NodeRun> {
	const { scene, column, credentials } = stage;
	const options = { timeout: TIMEOUT_MS, retries: RETRIES, maxWait: MAX_WAIT_MS / 1000 };
	return await runNode({
		node: column.provider,
		credentials: { [scene.credential]: credentials },
		signal,
		// So that both ways in which a node fails are seen.
		...(fault.times === 'ever' && { onError: 'continueRegularOutput' as const }),
		parameters: {
			resource: 'user',
			...scene.parameters,
			options: { ...options, ...scene.options, ...fault.options },
		},
	});
}

/** @param longestMs after twice as long the execution is stopped, so that the matrix ends */
async function happen(stage: Stage, fault: Fault, longestMs: number): Promise<Happened> {
	const started = performance.now();
	const run = await within(2 * longestMs, async (signal) => await runIn(stage, fault, signal));
	const tookMs = Math.round(performance.now() - started);
	await wait(AFTERWARDS_MS);
	return { run, tookMs, log: [...(stage.front ?? stage.scene.sandbox).log] };
}

/** How an error is called in a cell of the table. */
const SHORT: ReadonlyArray<[RegExp, string]> = [
	[/safe to run/, 'not done'],
	[/unknown/, 'unknown'],
	[/there is no user/, 'no such user'],
	[/cannot be walked/, 'no end'],
	[/broke off/, 'cut off'],
	[/no complete answer/, 'timed out'],
	[/connection was refused/, 'refused'],
];

function shortOf(message: string): string {
	const known = SHORT.find(([words]) => words.test(message))?.[1];
	const code = /\bcode [\w-]+/.exec(message)?.[0];
	return known ?? code ?? /HTTP \d+/.exec(message)?.[0] ?? message;
}

function outcomeOf(run: NodeRun): string {
	const error = errorOf(run);
	if (error) return `error: ${shortOf(error.message)}`;
	const users = `${run.json.length} user${run.json.length === 1 ? '' : 's'}`;
	if (run.json[0]?.confirmed !== undefined) return `${users} by look-up`;
	return run.messages.length > 0 ? `${users}, hint` : users;
}

function summary({ run, tookMs, log }: Happened): string {
	return `${outcomeOf(run)}, ${log.length} req, ${(tookMs / 1000).toFixed(1)} s`;
}

export async function perform({ fault, column }: Cell): Promise<Result> {
	const stage = await Stage.of(column);
	try {
		await fault.plan(stage, fault);
		const wanted = expectationOf(column, fault);
		const happened = await happen(stage, fault, wanted.longestMs);
		return {
			row: rowOf(fault),
			column: nameOf(column),
			said: summary(happened),
			message: errorOf(happened.run)?.message ?? '',
			problems: problemsOf(stage, fault, { happened, wanted }),
			tookMs: happened.tookMs,
		};
	} finally {
		await stage.close();
	}
}
