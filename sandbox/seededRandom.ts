/** A small random number generator with a seed (mulberry32): every run makes the same people. */
export class SeededRandom {
	constructor(private state: number) {}

	/** At least 0, less than 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number, both ends included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	oneOf<Item>(items: readonly [Item, ...Item[]]): Item {
		return items[this.between(0, items.length - 1)] ?? items[0];
	}

	/** Letters and digits. */
	text(length: number): string {
		const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
		return Array.from({ length }, () => letters.charAt(this.between(0, 61))).join('');
	}
}
