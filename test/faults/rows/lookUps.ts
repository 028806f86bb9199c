import type { Fault as Planned, LoggedRequest } from '../../../sandbox';
import type { Column } from '../column';
import type { Fault } from '../fault';
import type { Expectation } from '../rules';
import type { Setup } from '../setup';

const isSettled = ({ settledBy }: Column): boolean => settledBy === 'a look-up';
const LOST: Planned = { kind: 'applyThen', applyThen: 'reset' };

/** The write and what comes after it each meet a fault of their own, once. */
function inTurn({ fixture }: Setup, onWrite: Planned[], onRead: Planned[]): void {
	const { faults } = fixture.sandbox;
	for (const planned of onWrite) faults.next(planned, fixture.isWrite);
	const isAfter = (request: LoggedRequest) =>
		!fixture.isWrite(request) && fixture.sandbox.log.some(fixture.isWrite);
	for (const planned of onRead) faults.next(planned, isAfter);
}

const confirmed = (requests: number, writes = 1): Partial<Expectation> => ({
	outcome: 'confirmed',
	requests: { least: requests, most: requests },
	writes,
	done: 1,
	says: [],
	hints: [/look-up/],
});

const isListed = (request: LoggedRequest, { fixture, column }: Setup): boolean =>
	!fixture.isWrite(request) && column.isCounted?.(request) === true;

/** The total is higher than the number of users in the list: a user who is not in it may exist all the same. */
async function breakOff(setup: Setup): Promise<void> {
	inTurn(setup, [LOST], []);
	const proxy = await setup.addProxy();
	proxy.change = (body, request) =>
		isListed(request, setup) ? { ...body, ['result' in body ? 'result' : 'data']: [] } : body;
}

const row = (name: string, plan: (setup: Setup) => void | Promise<void>): Fault => ({
	name,
	is: 'broken',
	times: 'once',
	carriedOut: true,
	appliesTo: isSettled,
	plan,
});

/** What can happen to the look-up after a write. */
export const lookUpRows: Fault[] = [
	{
		...row('done, then lost; the look-up fails at first', (setup) =>
			inTurn(setup, [LOST], [{ kind: 'status', status: 503 }]),
		),
		except: ({ requests, lookUp = 0 }) => confirmed(requests + 1 + lookUp),
	},
	{
		...row('429, then done and lost', (setup) =>
			inTurn(setup, [{ kind: 'status', status: 429 }, LOST], []),
		),
		except: ({ requests, lookUp = 0 }) => confirmed(requests + 1 + lookUp, 2),
	},
	{
		...row('done, then lost; the list breaks off', breakOff),
		appliesTo: (column) => isSettled(column) && column.isCounted !== undefined,
		except: ({ lookUp = 0 }) => ({
			outcome: 'error',
			requests: { least: 2, most: 1 + lookUp },
			says: [/unknown/i, /\bcheck\b/i],
			saysNot: [/safe to run/i],
			hints: [],
		}),
	},
];
