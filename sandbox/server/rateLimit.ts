/** A rate limit over a sliding window. */
export class RateLimit {
	private readonly times: number[] = [];

	/** Whether one more request fits. A refused request does not count. */
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
