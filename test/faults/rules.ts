import type { Column, Wanted } from './column';
import { type Fault, type FaultClass, isWrite } from './fault';

/** What the contract demands of a cell: interface.md, "Write operations", "Reads and walks". */
export interface Expectation {
	/** Of a poll, `either` is the right events, or an error. */
	outcome: 'the items' | 'confirmed' | 'error' | 'either';
	/** How many requests the provider gets, the writes among them included. */
	requests: { least: number; most: number };
	/** Other items than those of the fixture. */
	items?: (all: Wanted[]) => Wanted[];
	writes: number;
	/** Whether the write shows afterwards. */
	done: number;
	says: RegExp[];
	/** What an error must not claim. */
	saysNot: RegExp[];
	hints: RegExp[];
	/** How long all tries and waits may take. */
	longestMs: number;
	shortestMs: number;
}

export const RETRIES = 2;
const MAX_WAIT_MS = 300;
/** The longest that two repeats wait: once this is used up, nothing that is limited is repeated. */
const MAX_WAIT_LIMITED_MS = 1500;
const TRIES = RETRIES + 1;
const MOST_REDIRECTS = 5;

const UNKNOWN = /unknown/i;
const CHECK = /\b(check|compare|get the user)\b/i;
const SAFE = /safe to run/i;

export const maxWaitMs = ({ is }: Fault): number =>
	is === 'busy' || is === 'slow down' ? MAX_WAIT_LIMITED_MS : MAX_WAIT_MS;

type Expected = Pick<Expectation, 'outcome' | 'requests'> & Partial<Expectation>;

const exactly = (count: number) => ({ least: count, most: count });

const items = (count: number): Expected => ({ outcome: 'the items', requests: exactly(count) });
const error = (count: number): Expected => ({ outcome: 'error', requests: exactly(count) });

/** Ends a list on the second page: the third may have been asked for at its side. */
function atOnce({ kind, requests }: Column, { times }: Fault): Expected {
	const isList = kind === 'list' || kind === 'poll';
	if (!isList || times === 'ever' || requests < 3) return error(1);
	return { outcome: 'error', requests: { least: 2, most: 3 } };
}

/** A read is repeated, within `retries` and `maxWait`; 455 and 456 once. */
function ofRead(column: Column, fault: Fault): Expected {
	const { requests } = column;
	const orElse = (last: Expected) => (fault.times === 'once' ? items(requests + 1) : last);
	const byClass: Record<FaultClass, () => Expected> = {
		harmless: () => items(requests),
		unreached: () => (fault.times === 'once' ? items(requests) : error(0)),
		broken: () => orElse(error(fault.tries ?? TRIES)),
		busy: () => orElse(error(fault.tries ?? TRIES)),
		'slow down': () => orElse(error(fault.tries ?? TRIES)),
		unsigned: () => orElse(error(2)),
		clock: () => items(requests + 1),
		redirect: () => orElse(error(1 + MOST_REDIRECTS)),
		'too long': () => atOnce(column, fault),
		elsewhere: () => atOnce(column, fault),
		refused: () => atOnce(column, fault),
	};
	return byClass[fault.is]();
}

/** After an unknown outcome nothing is sent again: a look-up tells it, or nothing can. */
function ofUnknownOutcome(
	{ settledBy, lookUp = 0, lookUpOfNothing = lookUp }: Column,
	{ times, carriedOut }: Fault,
): Expected {
	const unknown = { says: [UNKNOWN, CHECK], saysNot: [SAFE] };
	if (settledBy === 'nothing') return { ...error(1), ...unknown };
	if (times === 'ever') return { ...error(1 + TRIES), ...unknown };
	return carriedOut
		? { outcome: 'confirmed', requests: exactly(1 + lookUp), hints: [/look-up/] }
		: { ...error(1 + lookUpOfNothing), says: [SAFE], saysNot: [UNKNOWN] };
}

/** A write is repeated only where the provider provably did nothing. */
function ofWrite(column: Column, fault: Fault): Expected {
	const once = fault.times === 'once';
	const saysNot = [UNKNOWN, SAFE];
	switch (fault.is) {
		case 'harmless':
			return { ...items(1), writes: 1, done: 1 };
		case 'unreached':
			return once
				? { ...items(1), writes: 1, done: 1 }
				: { ...error(0), writes: 0, done: 0, saysNot };
		case 'busy': {
			const tries = fault.tries ?? TRIES;
			return once
				? { ...items(2), writes: 2, done: 1 }
				: { ...error(tries), writes: tries, done: 0, saysNot };
		}
		case 'broken':
			return { ...ofUnknownOutcome(column, fault), writes: 1, done: fault.carriedOut ? 1 : 0 };
		default:
			return { ...error(1), writes: 1, done: 0, saysNot };
	}
}

/** The requests before a write. */
const readsBefore = ({ readsFirst = 0 }: Column): number => Number(readsFirst);

/** A write after a read: a permanent fault hits the read first. */
function ofReadBeforeWrite(column: Column, fault: Fault): Expected {
	const read = ofRead(column, fault);
	const wrote = read.outcome === 'the items' ? 1 : 0;
	return { ...read, writes: wrote, done: wrote };
}

function expectedOf(column: Column, fault: Fault): Expected {
	if (!isWrite(column)) return ofRead(column, fault);
	if (!column.readsFirst) return ofWrite(column, fault);
	if (fault.times === 'ever' || fault.is === 'unreached') return ofReadBeforeWrite(column, fault);
	const { requests, ...rest } = ofWrite(column, fault);
	const before = readsBefore(column);
	return { ...rest, requests: { least: requests.least + before, most: requests.most + before } };
}

/** A list that is not whole fails a poll; one that is gives the right events. */
const EITHER: Partial<Expectation> = {
	outcome: 'either',
	requests: { least: 1, most: Infinity },
	says: [],
};

/** Slack for the machine; what is measured is that waits and time-outs are kept. */
const SLACK_MS = 4000;

/** A request and the look-up after it: each has its tries, each its wait. */
function longest(fault: Fault): number {
	const { tryMs = 0, waitMs = 0 } = fault;
	return SLACK_MS + 2 * (TRIES * tryMs + maxWaitMs(fault)) + 2 * waitMs;
}

export function expectationOf(column: Column, fault: Fault): Expectation {
	const expected = expectedOf(column, fault);
	const says = expected.outcome === 'error' ? (fault.says?.(column) ?? []) : [];
	return {
		writes: 0,
		done: 0,
		saysNot: [],
		hints: [],
		longestMs: longest(fault),
		shortestMs: fault.waitMs ?? 0,
		...expected,
		says: [...says, ...(expected.says ?? [])],
		...(column.kind === 'poll' && fault.except ? EITHER : fault.except?.(column)),
	};
}
