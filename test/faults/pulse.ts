import { performance } from 'node:perf_hooks';

const BEAT_MS = 25;
const KEPT = 10_000;

interface Stall {
	at: number;
	ms: number;
}

/** Notices when this process stood still, because of the machine or of its own work. */
export class Pulse {
	private readonly stalls: Stall[] = [];
	private last = performance.now();
	private readonly timer = setInterval(() => this.beat(), BEAT_MS);

	constructor() {
		this.timer.unref();
	}

	/** The longest that it stood still since then. */
	worstSince(at: number): number {
		this.beat();
		return Math.max(0, ...this.stalls.filter((stall) => stall.at >= at).map(({ ms }) => ms));
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private beat(): void {
		const now = performance.now();
		const ms = now - this.last - BEAT_MS;
		this.last = now;
		if (ms > BEAT_MS) this.stalls.push({ at: now, ms });
		if (this.stalls.length > KEPT) this.stalls.shift();
	}
}
