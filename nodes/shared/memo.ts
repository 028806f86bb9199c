/** What one execution has read, so that identical reads go to the provider once. */
export class Memo {
	private readonly kept = new Map<string, unknown>();

	private readonly open = new Set<{ close(): Promise<void> }>();

	/** @param make the same type for the same key, always */
	once<T>(key: string, make: () => T): T {
		if (!this.kept.has(key)) this.kept.set(key, make());
		return this.kept.get(key) as T;
	}

	/** Called around every write: no read after it is taken from before it. */
	forget(): void {
		this.kept.clear();
	}

	/** Keeps a walk that later items go on with; `close` ends it. */
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

/** A generator that many can read from the start; it is pulled on only as far as anyone reads. */
export class Replay<T> {
	private readonly past: T[] = [];

	private ended = false;

	private pulling: Promise<void> | undefined;

	constructor(
		private readonly source: AsyncGenerator<T>,
		private readonly onEnd: () => void = () => undefined,
	) {}

	async *[Symbol.asyncIterator](): AsyncGenerator<T> {
		for (let at = 0; ; at++) {
			while (at >= this.past.length && !this.ended) await this.pull();
			const value = this.past[at];
			if (value === undefined) return;
			yield value;
		}
	}

	async close(): Promise<void> {
		this.end();
		await this.source.return(undefined);
	}

	private end(): void {
		this.ended = true;
		this.onEnd();
	}

	/** A failure stays: whoever comes later meets the same one, without another request. */
	private async pull(): Promise<void> {
		this.pulling ??= this.source.next().then(({ done, value }) => {
			this.pulling = undefined;
			if (!done) this.past.push(value);
			else this.end();
		});
		await this.pulling;
	}
}
