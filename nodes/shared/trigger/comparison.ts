import { changesIn } from './row';
import type { Change, RowFormat } from './row';

/** Remembered users by ID, in order: what they were like in one list. */
export type Rows = ReadonlyMap<string, string>;

export interface Changed {
	id: string;
	/** null where only fingerprints are remembered. */
	changes: Change[] | null;
}

export interface Comparison {
	/** In the order of the list. */
	joined: string[];
	changed: Changed[];
	/** In the remembered order. */
	gone: string[];
}

/** What happened between two lists, each of them whole. */
export function compare(before: Rows, now: Rows, format: RowFormat): Comparison {
	const comparison: Comparison = { joined: [], changed: [], gone: [] };
	for (const [id, row] of now) {
		const old = before.get(id);
		if (old === row) continue;
		if (old === undefined) comparison.joined.push(id);
		else addChanges(comparison.changed, id, changesIn(old, row, format));
	}
	for (const id of before.keys()) if (!now.has(id)) comparison.gone.push(id);
	return comparison;
}

function addChanges(changed: Changed[], id: string, changes: Change[] | null): void {
	if (changes === null || changes.length > 0) changed.push({ id, changes });
}
