import type { Fault as Planned } from '../../../sandbox';
import { bothTimes, type Fault, isRead, isWrite, planFault } from '../fault';
import { brokenAnswers } from '../proxy';
import { freePort } from '../../harness/ports';
import { onceRefused } from '../../harness/refused';
import type { Setup } from '../setup';

const TIMEOUT_MS = 1000;
/** Of rows that wait for a time-out. */
const slow = { options: { timeout: TIMEOUT_MS }, tryMs: TIMEOUT_MS };

const toSandbox =
	(planned: Planned): Fault['plan'] =>
	(setup, fault) =>
		planFault(setup, planned, fault);

async function throughProxy(
	setup: Setup,
	fault: Fault,
	how: keyof typeof brokenAnswers,
): Promise<void> {
	const proxy = await setup.addProxy();
	let met = 0;
	proxy.answerInstead = (request) => {
		if (fault.times === 'once' && (met > 0 || !setup.fixture.isHit(request))) return undefined;
		met += 1;
		return brokenAnswers[how];
	};
}

const broken = (row: Pick<Fault, 'name' | 'plan'> & Partial<Fault>): Fault[] =>
	bothTimes({ is: 'broken', carriedOut: false, ...row });

/** Lost before a write is carried out, and after it. */
function beforeAndAfter(name: string, planned: Planned, more: Partial<Fault> = {}): Fault[] {
	const after: Planned = { kind: 'applyThen', applyThen: planned };
	return [
		...broken({ name, plan: toSandbox(planned), ...more }),
		...broken({
			name: `done, then ${name}`,
			plan: toSandbox(after),
			appliesTo: isWrite,
			carriedOut: true,
			...more,
		}),
	];
}

/** The sandbox can lose these after a write was carried out, the proxy before it. */
const inTheAnswer = (
	name: string,
	how: keyof typeof brokenAnswers,
	more: Partial<Fault> = {},
): Fault[] => [
	...broken({
		name,
		plan: async (setup, fault) => await throughProxy(setup, fault, how),
		appliesTo: isWrite,
		...more,
	}),
	...broken({
		name,
		plan: toSandbox(how === 'drip' ? { kind: 'drip', intervalMs: 100 } : { kind: how }),
		appliesTo: isRead,
		...more,
	}),
	...broken({
		name: `done, then ${name}`,
		plan: toSandbox(how === 'drip' ? { kind: 'drip', intervalMs: 100 } : { kind: how }),
		appliesTo: isWrite,
		carriedOut: true,
		...more,
		...(more.status && { status: ({ answersWith = 200 }) => answersWith }),
	}),
];

const status = (code: number): Fault[] =>
	beforeAndAfter(`HTTP ${code}`, { kind: 'status', status: code }, { status: () => code });

const refusedOnce: Fault = {
	name: 'connection refused',
	is: 'unreached',
	times: 'once',
	async plan(setup) {
		const port = await freePort();
		const proxy = setup.newProxy();
		setup.moveTo(`http://127.0.0.1:${port}`);
		setup.onClose(onceRefused(port, () => void proxy.listen(port)));
	},
};

const refusedForEver: Fault = {
	...refusedOnce,
	times: 'ever',
	async plan(setup) {
		setup.moveTo(`http://127.0.0.1:${await freePort()}`);
	},
};

/** The provider can't be reached, or what it says can't be read. */
export const brokenRows: Fault[] = [
	refusedOnce,
	refusedForEver,
	...beforeAndAfter('reset before the answer', { kind: 'reset' }),
	...inTheAnswer('reset inside the body', 'resetInBody'),
	...beforeAndAfter('a hang', { kind: 'hang' }, slow),
	...inTheAnswer('an answer that drips too slowly', 'drip', slow),
	{
		name: 'an answer that drips in time',
		is: 'harmless',
		times: 'ever',
		plan: toSandbox({ kind: 'drip', intervalMs: 4, bytes: 1500 }),
	},
	...beforeAndAfter('HTML with 200', { kind: 'html200' }, { status: () => 200 }),
	...beforeAndAfter('nothing with 200', { kind: 'empty200' }, { status: () => 200 }),
	...inTheAnswer('malformed JSON', 'malformed', { status: () => 200 }),
	...inTheAnswer('truncated gzip', 'truncatedGzip'),
	...[408, 500, 502, 503].flatMap(status),
];
