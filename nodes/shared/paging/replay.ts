/** A generator that many can read from the start; it is read on only as far as anyone needs. */
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

	/** An error is kept: later readers get the same one, without another request. */
	private async pull(): Promise<void> {
		this.pulling ??= this.source.next().then(({ done, value }) => {
			this.pulling = undefined;
			if (!done) this.past.push(value);
			else this.end();
		});
		await this.pulling;
	}
}
