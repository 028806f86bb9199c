import type { Fault as Planned, LoggedRequest } from '../../../sandbox';
import type { Column } from '../column';
import type { Fault } from '../fault';
import type { Expectation } from '../rules';
import type { Stage } from '../stage';

const isSettled = ({ settledBy }: Column): boolean => settledBy === 'a look-up';
const LOST: Planned = { kind: 'applyThen', applyThen: 'reset' };

/** The write and what comes after it each meet a fault of their own, once. */
function inTurn({ scene }: Stage, onWrite: Planned[], onRead: Planned[]): void {
	const { faults } = scene.sandbox;
	for (const planned of onWrite) faults.next(planned, scene.isWrite);
	for (const planned of onRead) faults.next(planned, (request) => !scene.isWrite(request));
}

const confirmed = (requests: number, writes = 1): Partial<Expectation> => ({
	outcome: 'confirmed',
	requests: { least: requests, most: requests },
	writes,
	done: 1,
	says: [],
	hints: [/look-up/],
});

const isListed = (request: LoggedRequest, { scene }: Stage): boolean =>
	!scene.isWrite(request) && (request.path.endsWith('GetUsers') || request.query.page === '2');

/** The list promises more than it gives: whoever is not in it may be there all the same. */
async function breakOff(stage: Stage): Promise<void> {
	inTurn(stage, [LOST], []);
	const front = await stage.putInFront();
	front.change = (body, request) =>
		isListed(request, stage) ? { ...body, ['result' in body ? 'result' : 'data']: [] } : body;
}

const row = (name: string, plan: (stage: Stage) => void | Promise<void>): Fault => ({
	name,
	is: 'broken',
	times: 'once',
	carriedOut: true,
	befalls: isSettled,
	plan,
});

/** What may happen to the look-up that settles a write. */
export const lookUpRows: Fault[] = [
	{
		...row('done, then lost; the look-up fails at first', (stage) =>
			inTurn(stage, [LOST], [{ kind: 'status', status: 503 }]),
		),
		except: ({ lookUp = 0 }) => confirmed(2 + lookUp),
	},
	{
		...row('429, then done and lost', (stage) =>
			inTurn(stage, [{ kind: 'status', status: 429 }, LOST], []),
		),
		except: ({ lookUp = 0 }) => confirmed(2 + lookUp, 2),
	},
	{
		...row('done, then lost; the list breaks off', breakOff),
		befalls: (column) => isSettled(column) && column.provider !== 'worksection',
		except: ({ lookUp = 0 }) => ({
			outcome: 'error',
			requests: { least: 2, most: 1 + lookUp },
			says: [/unknown/i, /\bcheck\b/i],
			saysNot: [/safe to run/i],
			hints: [],
		}),
	},
];
