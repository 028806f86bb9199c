import { performance } from 'node:perf_hooks';

const CHECK_MS = 25;
const KEPT = 10_000;
const LONG_MS = 150;
const LONG_IN_ALL_MS = 300;

interface Stall {
	at: number;
	ms: number;
}

/** Notices when this process stood still, because of the machine or of its own work. */
export class StallDetector {
	private readonly stalls: Stall[] = [];
	private last = performance.now();
	private readonly timer = setInterval(() => this.check(), CHECK_MS);

	constructor() {
		this.timer.unref();
	}

	/** Whether it stood still for so long that time-outs may come from that. */
	stalledSince(at: number): boolean {
		this.check();
		const stalls = this.stalls.filter((stall) => stall.at >= at).map(({ ms }) => ms);
		const all = stalls.reduce((sum, ms) => sum + ms, 0);
		return stalls.some((ms) => ms > LONG_MS) || all > LONG_IN_ALL_MS;
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private check(): void {
		const now = performance.now();
		const ms = now - this.last - CHECK_MS;
		this.last = now;
		if (ms > CHECK_MS) this.stalls.push({ at: now, ms });
		if (this.stalls.length > KEPT) this.stalls.shift();
	}
}
