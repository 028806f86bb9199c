/** A sliding window: so many requests within so long, and not one more. */
export class Throttle {
	private readonly times: number[] = [];

	/** Whether one more fits. What is refused does not count. */
	admits(limit: number, windowMs: number): boolean {
		const now = performance.now();
		while (this.times[0] !== undefined && now - this.times[0] >= windowMs) this.times.shift();
		if (this.times.length >= limit) return false;
		this.times.push(now);
		return true;
	}

	reset(): void {
		this.times.length = 0;
	}
}
