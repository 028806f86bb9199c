import type { INodeParameters } from 'n8n-workflow';
import type { Fault as Planned } from '../../sandbox';
import type { Column } from './column';
import type { Expectation } from './rules';
import type { Setup } from './setup';

/**
 * The class of a fault: what the rules expect depends on this alone.
 * - `harmless`: the result is the same.
 * - `unreached`: the connection was refused.
 * - `broken`: no usable answer; a write's outcome is unknown.
 * - `busy`: 429, and Voximplant's 314 and 340: provably nothing was done.
 * - `slow down`: a rate error in words alone: only reads are repeated.
 * - `too long`: a wait beyond what `maxWait` allows.
 * - `unsigned`: 455 and 456. `clock`: the same, until it is signed for a wider time.
 * - `redirect`, `elsewhere`: within the origin, to another one.
 * - `refused`: final.
 */
export type FaultClass =
	| 'harmless'
	| 'unreached'
	| 'broken'
	| 'busy'
	| 'slow down'
	| 'too long'
	| 'unsigned'
	| 'clock'
	| 'redirect'
	| 'elsewhere'
	| 'refused';

export interface Fault {
	name: string;
	is: FaultClass;
	/** `ever`: every request meets it, also those of a look-up. */
	times: 'once' | 'ever';
	/** Whether a write is carried out although its answer is lost. */
	carriedOut?: boolean;
	/** Every column, if left out. */
	appliesTo?: (column: Column) => boolean;
	plan: (setup: Setup, fault: Fault) => void | Promise<void>;
	options?: INodeParameters;
	/** How long each try lasts. */
	tryMs?: number;
	/** How long the provider asks to wait, and gets. */
	waitMs?: number;
	/** How many tries there are where it never ends; by the settings unless said otherwise. */
	tries?: number;
	/** What the error says. */
	status?: (column: Column) => number | undefined;
	says?: (column: Column) => RegExp[];
	/** Where the contract says more than the rules. */
	except?: (column: Column) => Partial<Expectation>;
}

export const isWrite = ({ kind }: Column): boolean => kind === 'write';
export const isPoll = ({ kind }: Column): boolean => kind === 'poll';
export const isRead = (column: Column): boolean => !isWrite(column);

/** The sandbox fails once, at the request that the column names, or always. */
export function planFault(
	{ fixture }: Setup,
	planned: Planned,
	{ times }: Pick<Fault, 'times'>,
): void {
	if (times === 'once') fixture.sandbox.faults.next(planned, fixture.isHit);
	else fixture.sandbox.faults.always(planned);
}

export const TIMES = ['once', 'ever'] as const;

/** The same fault, once and always. */
export const bothTimes = (row: Omit<Fault, 'times'>): Fault[] =>
	TIMES.map((times) => ({ ...row, times }));
