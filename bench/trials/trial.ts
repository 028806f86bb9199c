import type { NodePackage } from '../../test/harness';
import type { Directory } from '../providers';

/** What a trial is given: the built package, and the directories that it was promised. */
export interface Stage {
	from: NodePackage;
	directories: readonly Directory[];
	/** What varies: an output, a concurrency, a contestant. */
	variant: string;
	/** How many of whatever the trial is about. */
	count: number;
}

/** A measurement of its own: figures by name. */
export type Trial = (stage: Stage) => Promise<Record<string, number>>;

export function only<Item>(items: readonly Item[]): Item {
	const [item] = items;
	if (item === undefined) throw new Error('There is none.');
	return item;
}
