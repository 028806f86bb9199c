import { Replay } from '../paging/replay';

/** What one execution has read, so that identical reads go to the provider once. */
export class RunCache {
	private readonly kept = new Map<string, unknown>();

	private readonly lasting = new Map<string, unknown>();

	private readonly open = new Set<{ close(): Promise<void> }>();

	/** @param make the same type for the same key, always */
	once<T>(key: string, make: () => T): T {
		if (!this.kept.has(key)) this.kept.set(key, make());
		return this.kept.get(key) as T;
	}

	/** The same for the whole run, whatever is written. */
	oncePerRun<T>(key: string, make: () => T): T {
		if (!this.lasting.has(key)) this.lasting.set(key, make());
		return this.lasting.get(key) as T;
	}

	/** Called around every write, so that later reads are not answered from before it. */
	forget(): void {
		this.kept.clear();
	}

	/** Keeps a walk that later items share; `close` ends it. */
	replay<T>(key: string, source: () => AsyncGenerator<T>): Replay<T> {
		return this.once(key, () => {
			const replay: Replay<T> = new Replay(source(), () => this.open.delete(replay));
			this.open.add(replay);
			return replay;
		});
	}

	async close(): Promise<void> {
		await Promise.all([...this.open].map(async (replay) => await replay.close()));
	}
}
