import type { Fault as Planned, LoggedRequest } from '../../../../sandbox';
import { WorksectionSandbox } from '../../../../sandbox/worksection/sandbox';
import type { Column } from '../../column';
import { type Fault, isPoll, isWrite } from '../../fault';
import { type Expectation, RETRIES } from '../../rules';
import type { Setup } from '../../setup';

type When = (request: LoggedRequest) => boolean;

/** A token, the attempt to renew it where tokens are given, and the renewal beside it. */
const RENEWAL = 3;
const TRIES = RETRIES + 1;
const TIMEOUT_MS = 1000;
const UNKNOWN = /unknown/i;
const SAFE = /safe to run/i;
const RECONNECT = /reconnect/i;

const isCall: When = ({ path }) => path === '/api/oauth2';
const isToken: When = ({ path }) => path === '/oauth2/token';
const isRenewal: When = ({ path }) => path === '/oauth2/refresh';

/** What happens to the tokens and answers of one run. */
class Course {
	private readonly sandbox: WorksectionSandbox;

	/** The request that the column names. */
	private readonly hit: When = (request) => isCall(request) && this.setup.fixture.isHit(request);

	constructor(private readonly setup: Setup) {
		const { sandbox } = setup.fixture;
		if (!(sandbox instanceof WorksectionSandbox)) throw new Error("This isn't Worksection.");
		this.sandbox = sandbox;
	}

	/** Every token is over as the request comes that the column names. */
	over(when: When = this.hit): this {
		return this.meets({ kind: 'mutate', mutate: () => this.sandbox.expireTokens() }, when);
	}

	/** The permission is taken away then. */
	revoked(when: When = this.hit): this {
		return this.meets({ kind: 'mutate', mutate: () => this.sandbox.revokeTokens() }, when);
	}

	/** The write is done, and its answer lost. */
	lost(): this {
		return this.meets({ kind: 'applyThen', applyThen: 'reset' }, this.setup.fixture.isWrite);
	}

	meets(planned: Planned, when: When = this.hit): this {
		this.sandbox.faults.next(planned, when);
		return this;
	}

	/** The first request after a write. */
	readonly afterWrite: When = (request) => {
		const { isWrite: isOwn } = this.setup.fixture;
		return !isOwn(request) && this.sandbox.log.some(isOwn);
	};
}

interface Row {
	name: string;
	plan: (course: Course) => unknown;
	/** How many requests there are beside those of the operation, a look-up among them. */
	more: number | ((column: Column) => number);
	/** How often the write is sent, and how often it is carried out. */
	writes: number;
	done: number;
	expected?: Partial<Expectation>;
	/** For writes alone. */
	ofWrites?: true;
	tryMs?: number;
}

const fault = ({ name, plan, more, writes, done, ...row }: Row): Fault => ({
	name,
	is: 'harmless',
	times: 'once',
	appliesTo: (column) =>
		column.hasToken === true && !isPoll(column) && (isWrite(column) || !row.ofWrites),
	plan: (setup) => void plan(new Course(setup)),
	...(row.tryMs !== undefined && { tryMs: row.tryMs, options: { timeout: row.tryMs } }),
	except(column) {
		const count = column.requests + (typeof more === 'number' ? more : more(column));
		return {
			requests: { least: count, most: count },
			...(isWrite(column) && { writes, done }),
			...row.expected,
		};
	},
});

const lookUp = ({ lookUp: count = 0 }: Column): number => count;
const confirmed: Partial<Expectation> = { outcome: 'confirmed', hints: [/look-up/] };
const unknown: Partial<Expectation> = {
	outcome: 'error',
	says: [UNKNOWN, /\bcheck\b/i],
	saysNot: [SAFE],
};
const reconnect: Partial<Expectation> = {
	outcome: 'error',
	says: [RECONNECT],
	saysNot: [UNKNOWN, SAFE],
};

/** A token is renewed in the middle: nothing is done twice, and nothing is sent twice with one that is valid. */
export const tokenRows: Fault[] = [
	fault({
		name: 'the token is over',
		plan: (course) => course.over(),
		more: RENEWAL,
		writes: 2,
		done: 1,
	}),
	fault({
		name: 'the token is over; renewed, done, then lost',
		ofWrites: true,
		plan: (course) => course.over().lost(),
		more: (column) => RENEWAL + lookUp(column),
		writes: 2,
		done: 1,
		expected: confirmed,
	}),
	fault({
		name: 'the token is over; renewed, then 429',
		plan: (course) => course.over().meets({ kind: 'status', status: 429 }),
		more: RENEWAL + 1,
		writes: 3,
		done: 1,
	}),
	fault({
		name: 'done, then lost; the token is over at the look-up',
		ofWrites: true,
		plan: (course) => course.lost().over(course.afterWrite),
		more: (column) => RENEWAL + lookUp(column),
		writes: 1,
		done: 1,
		expected: confirmed,
	}),
	fault({
		name: 'the token is over; its renewal fails at first',
		plan: (course) => course.over().meets({ kind: 'status', status: 503 }, isRenewal),
		more: 2 * RENEWAL,
		writes: 3,
		done: 1,
	}),
	fault({
		name: 'the token is over; the new one is lost',
		plan: (course) => course.over().meets({ kind: 'applyThen', applyThen: 'reset' }, isRenewal),
		more: 2 * RENEWAL - 1,
		writes: 2,
		done: 0,
		expected: reconnect,
	}),
	fault({
		name: 'the permission was taken away',
		plan: (course) => course.revoked(),
		more: RENEWAL - 1,
		writes: 1,
		done: 0,
		expected: { ...reconnect, says: [RECONNECT, /Token has been revoked/] },
	}),
	fault({
		name: 'done, then lost; the permission was taken away',
		ofWrites: true,
		plan: (course) => course.lost().revoked(course.afterWrite),
		more: RENEWAL,
		writes: 1,
		done: 1,
		expected: unknown,
	}),
	fault({
		name: 'the token is over; its renewal hangs at first',
		ofWrites: true,
		plan: (course) => course.over().meets({ kind: 'hang' }, isToken),
		// n8n renews a token once at a time: each try of the look-up waits for the same renewal.
		more: 1 + TRIES,
		writes: 1,
		done: 0,
		expected: unknown,
		tryMs: TIMEOUT_MS,
	}),
];
