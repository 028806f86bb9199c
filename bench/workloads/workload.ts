import type { NodePackage } from '../../test/harness';
import type { Directory } from '../directory';

export interface WorkloadInput {
	from: NodePackage;
	directories: readonly Directory[];
	/** What varies: an output, a concurrency, an implementation. */
	variant: string;
	/** How many look-ups, registrations and so on. */
	count: number;
}

/** Something to measure in a process of its own. It returns figures by name. */
export type Workload = (input: WorkloadInput) => Promise<Record<string, number>>;

/** The first directory. */
export function firstOf(directories: readonly Directory[]): Directory {
	const [directory] = directories;
	if (directory === undefined) throw new Error('There is no directory.');
	return directory;
}

/** @throws where the items have other addresses, or another order */
export function expectEmails(
	items: ReadonlyArray<{ email?: unknown }>,
	expected: ReadonlyArray<{ email?: unknown }>,
): void {
	const emails = (all: ReadonlyArray<{ email?: unknown }>) =>
		JSON.stringify(all.map(({ email }) => email));
	if (emails(items) !== emails(expected)) throw new Error('The items are not those expected.');
}
