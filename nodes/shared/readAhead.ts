import type { Page, Query } from './provider';

/** Pages asked for before their turn. What turns out not to be the next page is dropped unread. */
export class ReadAhead {
	private readonly window = new Map<string, Promise<Page>>();

	constructor(private readonly fetch: (position: Query) => Promise<Page>) {}

	async take(position: Query): Promise<Page> {
		const key = JSON.stringify(position);
		const waiting = this.window.get(key);
		this.window.delete(key);
		return await (waiting ?? this.fetch(position));
	}

	/** Asks for the pages from `next` on, unless the walk took a turn that nobody foresaw. */
	expect(next: Query, positions: Query[]): void {
		const keys = positions.map((position) => JSON.stringify(position));
		if (keys[0] !== JSON.stringify(next)) return this.clear();
		for (const key of this.window.keys()) if (!keys.includes(key)) this.window.delete(key);
		for (const [index, key] of keys.entries()) {
			const position = positions[index];
			if (position === undefined || this.window.has(key)) continue;
			const page = this.fetch(position);
			// Its failure is met when its turn comes; until then it must not be an unhandled one.
			page.catch(() => undefined);
			this.window.set(key, page);
		}
	}

	clear(): void {
		this.window.clear();
	}
}
