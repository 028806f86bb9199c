import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { runNode, type NodeRun } from '../harness';
import { type Column, nameOf, unique } from './column';
import type { Fault } from './fault';
import { errorTextOf, type Observed, problemsOf } from './check';
import { observePoll, pollProblems, shownOf } from './pollCell';
import { PollSetup } from './pollSetup';
import { expectationOf, maxWaitMs, RETRIES } from './rules';
import { Setup } from './setup';
import { withDeadline } from './deadline';

/** A fault and the operation that meets it. */
export interface Cell {
	fault: Fault;
	column: Column;
}

export interface Result {
	row: string;
	column: string;
	/** What happened, in a few words. */
	summary: string;
	/** Headline and next step of an error. */
	message: string;
	problems: string[];
	tookMs: number;
}

/** Long enough to see a request that is sent after the node has ended. */
const AFTERWARDS_MS = 60;
const TIMEOUT_MS = 8000;

export const rowOf = ({ name, times }: Fault): string => `${name}, ${times}`;

async function runIn(setup: Setup, fault: Fault, signal: AbortSignal): Promise<NodeRun> {
	const { fixture, column, credentials } = setup;
	const options = { timeout: TIMEOUT_MS, retries: RETRIES, maxWait: maxWaitMs(fault) / 1000 };
	return await runNode({
		node: column.provider,
		credentials: { [fixture.credential]: credentials },
		credentialId: `credential ${unique()}`,
		signal,
		// Both ways in which a node fails are seen: a list stops, everything else continues.
		...(fault.times === 'ever' &&
			!/getAll$/.test(nameOf(column)) && { onError: 'continueRegularOutput' as const }),
		parameters: {
			resource: 'user',
			...fixture.parameters,
			options: { ...options, ...fixture.options, ...fault.options },
		},
	});
}

/** @param longestMs after twice as long the execution is stopped, so that the matrix ends */
async function observe(setup: Setup, fault: Fault, longestMs: number): Promise<Observed> {
	const started = performance.now();
	const run = await withDeadline(
		2 * longestMs,
		async (signal) => await runIn(setup, fault, signal),
	);
	const tookMs = Math.round(performance.now() - started);
	await wait(AFTERWARDS_MS);
	return { run, tookMs, log: [...(setup.proxy ?? setup.fixture.sandbox).log] };
}

/** The short form of an error, in a cell of the table. */
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
	const error = errorTextOf(run);
	if (error !== undefined) return `error: ${shortOf(error)}`;
	const users = `${run.json.length} user${run.json.length === 1 ? '' : 's'}`;
	if (run.json[0]?.confirmed !== undefined) return `${users} by look-up`;
	return run.messages.length > 0 ? `${users}, hint` : users;
}

function summaryOf(outcome: string, { tookMs, log }: Omit<Observed, 'run'>): string {
	return `${outcome}, ${log.length} req, ${(tookMs / 1000).toFixed(1)} s`;
}

type Outcome = Pick<Result, 'summary' | 'message' | 'problems' | 'tookMs'>;

async function runOperation(setup: Setup, fault: Fault): Promise<Outcome> {
	await fault.plan(setup, fault);
	const wanted = expectationOf(setup.column, fault);
	const observed = await observe(setup, fault, wanted.longestMs);
	return {
		summary: summaryOf(outcomeOf(observed.run), observed),
		message: errorTextOf(observed.run) ?? '',
		problems: problemsOf(setup, fault, { observed, wanted }),
		tookMs: observed.tookMs,
	};
}

async function runPoll(setup: Setup, fault: Fault): Promise<Outcome> {
	const poll = new PollSetup(setup);
	const wanted = expectationOf(setup.column, fault);
	const { longestMs } = wanted;
	const observed = await observePoll(setup, poll, { fault, longestMs });
	await wait(AFTERWARDS_MS);
	const message = errorTextOf(shownOf(observed));
	const outcome = message === undefined ? 'the events' : `error: ${shortOf(message)}`;
	const status = fault.status?.(setup.column);
	return {
		summary: summaryOf(outcome, observed),
		message: message ?? '',
		problems: pollProblems(setup, poll, { observed, wanted, status }),
		tookMs: observed.tookMs,
	};
}

export async function runCell({ fault, column }: Cell): Promise<Result> {
	const setup = await Setup.of(column);
	try {
		const outcome = await (column.kind === 'poll' ? runPoll : runOperation)(setup, fault);
		return { row: rowOf(fault), column: nameOf(column), ...outcome };
	} finally {
		await setup.close();
	}
}
