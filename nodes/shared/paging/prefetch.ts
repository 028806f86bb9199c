import type { Query } from '../http/connection';
import type { Page } from './listing';

/** Pages asked for before they are needed. One that turns out not to be the next is dropped unread. */
export class Prefetch {
	private readonly requested = new Map<string, Promise<Page>>();

	constructor(private readonly fetch: (position: Query) => Promise<Page>) {}

	async take(position: Query): Promise<Page> {
		const key = JSON.stringify(position);
		const waiting = this.requested.get(key);
		this.requested.delete(key);
		return await (waiting ?? this.fetch(position));
	}

	/** Asks for the pages from `next` on, unless the walk continues somewhere else. */
	expect(next: Query, positions: Query[]): void {
		const keys = positions.map((position) => JSON.stringify(position));
		const nextKey = JSON.stringify(next);
		// Fewer are wanted from now on; what was asked for is used all the same.
		if (keys.length === 0 && this.requested.has(nextKey)) return;
		if (keys[0] !== nextKey) return this.clear();
		this.keepOnly(keys);
		for (const [index, key] of keys.entries()) {
			const position = positions[index];
			if (position === undefined || this.requested.has(key)) continue;
			const page = this.fetch(position);
			// `take` throws its error; until then it must not count as unhandled.
			page.catch(() => undefined);
			this.requested.set(key, page);
		}
	}

	clear(): void {
		this.requested.clear();
	}

	private keepOnly(keys: string[]): void {
		for (const key of this.requested.keys()) if (!keys.includes(key)) this.requested.delete(key);
	}
}
