import type { INodeParameters } from 'n8n-workflow';
import type { Fault as Planned } from '../../sandbox';
import type { Column } from './column';
import type { Expectation } from './rules';
import type { Stage } from './stage';

/**
 * What a fault is in the eyes of the contract: the rules go by this and by nothing else.
 * - `harmless`: nobody has to notice.
 * - `unreached`: the connection was refused.
 * - `broken`: no usable answer; a write's outcome is unknown.
 * - `busy`: 429, and Voximplant's 314 and 340: provably nothing was done.
 * - `slow down`: a rate error in words alone, of which the contract says so for reads only.
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
	/** Left out: it can befall every column. */
	befalls?: (column: Column) => boolean;
	plan: (stage: Stage, fault: Fault) => void | Promise<void>;
	options?: INodeParameters;
	/** How long each try lasts. */
	tryMs?: number;
	/** How long the provider asks to wait, and gets. */
	waitMs?: number;
	/** How many tries there are where it never ends; by the settings unless said otherwise. */
	tries?: number;
	/** What an error names of it. */
	status?: (column: Column) => number | undefined;
	says?: (column: Column) => RegExp[];
	/** Where the contract says more of it than the rules. */
	except?: (column: Column) => Partial<Expectation>;
}

export const isWrite = ({ kind }: Column): boolean => kind === 'write';
export const isRead = (column: Column): boolean => !isWrite(column);

/** Has the sandbox misbehave once, at the request that is meant, or for ever. */
export function misbehave(
	{ scene }: Stage,
	planned: Planned,
	{ times }: Pick<Fault, 'times'>,
): void {
	if (times === 'once') scene.sandbox.faults.next(planned, scene.isMet);
	else scene.sandbox.faults.always(planned);
}

export const TIMES = ['once', 'ever'] as const;

/** The same fault in both of its lengths. */
export const bothTimes = (row: Omit<Fault, 'times'>): Fault[] =>
	TIMES.map((times) => ({ ...row, times }));
