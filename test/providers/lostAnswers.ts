import type { Fault, LoggedRequest, LostAnswer } from '../../sandbox';
import type { Faults } from '../../sandbox/server/faults';

/** The ways in which the answer to a write that was carried out gets lost, whoever the provider is. */
export const LOST_ANSWERS: ReadonlyArray<Fault | LostAnswer> = [
	'reset',
	'hang',
	'resetInBody',
	'html200',
	'empty200',
	'malformed',
	'truncatedGzip',
	'500',
	'502',
	'503',
	'504',
	{ kind: 'status', status: 408 },
	{ kind: 'drip', intervalMs: 250 },
];

/** The next such request is carried out, and its answer gets lost in that way. */
export const loseAnswer = (
	{ faults }: { faults: Faults },
	applyThen: Fault | LostAnswer,
	isWrite: (request: LoggedRequest) => boolean,
): void => faults.next({ kind: 'applyThen', applyThen }, isWrite);
