import { createHash } from 'crypto';
import type { Rate } from './provider';
import { pause } from './pause';

const IN_FLIGHT = Number.POSITIVE_INFINITY;
const LOOK_AGAIN_MS = 20;
const MOST_KEPT = 200;

interface Use {
	/** When this request no longer counts, in epoch milliseconds. */
	until: number;
}

/**
 * One credential's share of a provider's published rate. A request counts from its start until a
 * window after its answer, so that whatever the network does to arrival times, the provider never
 * sees more than the rate in any window.
 */
export class Pace {
	private uses: Use[] = [];

	private queue: Promise<unknown> = Promise.resolve();

	/** Waits for a turn, first come first served. Call the result when the answer is in. */
	async turn(rate: Rate, signal?: AbortSignal): Promise<() => void> {
		const mine = this.queue.then(async () => await this.wait(rate, signal));
		this.queue = mine.catch(() => undefined);
		return await mine;
	}

	get idle(): boolean {
		return this.uses.every(({ until }) => until <= Date.now());
	}

	private async wait({ requests, seconds }: Rate, signal?: AbortSignal): Promise<() => void> {
		const most = Math.max(1, Math.floor(requests));
		const windowMs = (most / requests) * seconds * 1000;
		for (;;) {
			const now = Date.now();
			this.uses = this.uses.filter(({ until }) => until > now);
			if (this.uses.length < most || signal?.aborted) return this.take(windowMs);
			const next = Math.min(...this.uses.map(({ until }) => until));
			await pause(next === IN_FLIGHT ? LOOK_AGAIN_MS : next - now, signal);
		}
	}

	private take(windowMs: number): () => void {
		const use: Use = { until: IN_FLIGHT };
		this.uses.push(use);
		return () => {
			use.until = Date.now() + windowMs;
		};
	}
}

const paces = new Map<string, Pace>();

/** The pace of a credential, shared by all nodes and executions of this process. */
export function paceOf(provider: string, credentials: unknown): Pace {
	const content = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
	const key = `${provider}:${content}`;
	const known = paces.get(key);
	if (known) return known;
	if (paces.size >= MOST_KEPT) {
		for (const [other, pace] of paces) if (pace.idle) paces.delete(other);
	}
	const pace = new Pace();
	paces.set(key, pace);
	return pace;
}
