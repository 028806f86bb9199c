import { isDeepStrictEqual } from 'node:util';
import { performance } from 'node:perf_hooks';
import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest } from '../../sandbox';
import { wrongError, wrongRequests, wrongTime } from './check';
import type { Fault } from './fault';
import type { PollSetup } from './pollSetup';
import type { Expectation } from './rules';
import { leaks } from './secrets';
import type { Setup } from './setup';

/** What happened in a poll. */
export interface ObservedPoll {
	error: Error | undefined;
	events: IDataObject[];
	remembered: IDataObject;
	tookMs: number;
	log: readonly LoggedRequest[];
}

/** As an execution shows it. */
export const shownOf = ({ error, events, remembered }: ObservedPoll) => ({
	error,
	json: events,
	items: events.map((json) => ({ json })),
	hints: [],
	run: { runData: remembered },
});

/** Polls while the fault is there; n8n's own limit of time ends it where nothing else does. */
export async function observePoll(
	setup: Setup,
	poll: PollSetup,
	{ fault, longestMs }: { fault: Fault; longestMs: number },
): Promise<ObservedPoll> {
	const { sandbox } = setup.fixture;
	await poll.begin();
	const before = sandbox.log.length;
	await fault.plan(setup, fault);
	const node = poll.moved(fault);
	const started = performance.now();
	const done = await node.poll({ budgetMs: 2 * longestMs }).then(
		(events) => ({ error: undefined, events: events ?? [] }),
		(error: Error) => ({ error, events: [] }),
	);
	const tookMs = Math.round(performance.now() - started);
	const log = setup.proxy ? [...setup.proxy.log] : sandbox.log.slice(before);
	return { ...done, remembered: node.staticData, tookMs, log };
}

/** Either the right events, or an error and all that is remembered as it was. */
function wrongOutcome(
	setup: Setup,
	poll: PollSetup,
	{ observed, wanted, status }: Compared,
): string[] {
	const { error, events, remembered } = observed;
	if (error) {
		const says = wanted.outcome === 'either' ? [] : [...wanted.says, ...setup.says];
		return [
			wanted.outcome === 'the items' ? `an error: ${error.message}` : '',
			isDeepStrictEqual(remembered, poll.remembered) ? '' : 'what is remembered has changed',
			'failure' in error || wanted.outcome === 'error' ? '' : 'the error carries no failure',
			...wrongError({ run: shownOf(observed), column: setup.column }, { ...wanted, says }, status),
		].filter(Boolean);
	}
	return [
		wanted.outcome === 'error' ? 'no error' : '',
		remembered.counter === 1 ? '' : 'the poll is not counted',
		...poll.wrongEvents(events),
	].filter(Boolean);
}

interface Compared {
	observed: ObservedPoll;
	wanted: Expectation;
	/** The HTTP status of an error. */
	status: number | undefined;
}

/** Everything in a poll that the contract does not allow. */
export function pollProblems(setup: Setup, poll: PollSetup, compared: Compared): string[] {
	const { observed, wanted } = compared;
	return [
		...wrongOutcome(setup, poll, compared),
		...wrongRequests(setup, observed, wanted),
		...wrongTime(observed, wanted),
		...leaks(shownOf(observed), { secrets: setup.fixture.secrets, log: observed.log }),
	];
}
