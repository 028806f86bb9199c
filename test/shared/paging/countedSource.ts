/** A source that counts how far it was pulled, and whether it was closed. */
export function countedSource(last: number, fails = false) {
	const seen = { pulled: 0, closed: false };
	async function* source(): AsyncGenerator<number> {
		try {
			for (let value = 1; value <= last; value++) {
				seen.pulled += 1;
				await Promise.resolve();
				yield value;
			}
			if (fails) throw new Error('The third page is broken.');
		} finally {
			seen.closed = true;
		}
	}
	return { seen, source };
}

export async function readAll<T>(values: AsyncIterable<T>): Promise<T[]> {
	const read: T[] = [];
	for await (const value of values) read.push(value);
	return read;
}

export async function firstOf<T>(values: AsyncIterable<T>, count: number): Promise<T[]> {
	const read: T[] = [];
	for await (const value of values) {
		read.push(value);
		if (read.length >= count) break;
	}
	return read;
}
