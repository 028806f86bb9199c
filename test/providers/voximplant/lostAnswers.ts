import type { Fault, LostAnswer } from '../../../sandbox';
import { voximplantError } from '../../../sandbox';
import { patience } from '../patience';

type Case = [string, Fault];

/** The table's first: in Voximplant's words no more than that it failed inside. */
export const INTERNAL_ERROR = { error: { code: 2, msg: 'Internal error' } };

export const isRead = ({ path }: { path: string }) => path.endsWith('/GetUsers');
export const isWrite = (request: { path: string }) => !isRead(request);

const lost: LostAnswer[] = [
	...(['reset', 'hang', 'resetInBody', 'malformed', 'truncatedGzip'] as const),
	...(['html200', 'empty200', '500', '502', '503', '504'] as const),
];

/** For tests in which an answer may never come. */
export const briefly = (fault: Fault) => ({ retries: 2, ...patience(fault) });

/** The request is carried out, and its answer lost. */
export const carriedOut: Case[] = [
	...lost.map((how): Case => [how, { kind: 'applyThen', applyThen: how }]),
	['408', { kind: 'applyThen', applyThen: { kind: 'status', status: 408 } }],
	['code 2', { kind: 'applyThen', applyThen: { kind: 'body', body: INTERNAL_ERROR } }],
	['a late answer', { kind: 'delay', ms: 4000 }],
	['a dripping answer', { kind: 'drip', intervalMs: 250 }],
	['another answer', { kind: 'applyThen', applyThen: { kind: 'body', body: { hello: 1 } } }],
];

/** Nothing is carried out, and no answer says so. */
export const notCarriedOut: Case[] = [
	['reset', { kind: 'reset' }],
	['hang', { kind: 'hang' }],
	['html200', { kind: 'html200' }],
	['empty200', { kind: 'empty200' }],
	['408', { kind: 'status', status: 408 }],
	['500', { kind: 'status', status: 500 }],
	['503', { kind: 'status', status: 503, headers: { 'retry-after': '0' } }],
];

const SAMPLE = ['reset', 'code 2', 'another answer'];

/** For all writes but Create: a reset, and what the fault matrix doesn't have. The matrix has the rest. */
export const carriedOutSample = carriedOut.filter(([name]) => SAMPLE.includes(name));

/** Nothing is carried out, and the answer says so. */
export const busy: Case[] = [
	['429', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
	['314', { kind: 'body', body: voximplantError(314) }],
	['340', { kind: 'body', body: voximplantError(340) }],
];
