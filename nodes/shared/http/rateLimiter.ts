import { createHash } from 'crypto';
import type { Rate } from './connection';
import { cancellableSleep } from './sleep';

const IN_FLIGHT = Number.POSITIVE_INFINITY;
const LOOK_AGAIN_MS = 20;
const MOST_KEPT = 200;

/** Says that a request's answer is in. */
type Done = () => void;

const NO_TURN: Done = () => undefined;

interface Slot {
	/** When this request no longer counts, in epoch milliseconds. */
	until: number;
}

/**
 * Keeps one credential to a provider's published rate. A request counts from its start until a
 * window after its answer, so that whatever the network does to arrival times, the provider never
 * sees more than the rate in any window.
 */
export class RateLimiter {
	private slots: Slot[] = [];

	private queue: Promise<unknown> = Promise.resolve();

	private waiting = 0;

	/**
	 * Waits for a turn, first come first served; whoever is cancelled leaves the queue. Call the
	 * result when the answer is in.
	 */
	async turn(rate: Rate, signal?: AbortSignal): Promise<Done> {
		if (signal?.aborted) return NO_TURN;
		this.waiting += 1;
		const mine = this.queue.then(async () => await this.wait(rate, signal));
		this.queue = mine.catch(() => undefined);
		return await new Promise((resolve, reject) => {
			const leave = () => {
				resolve(NO_TURN);
				// Should the turn have come at the same moment, it is given back.
				void mine.then((done) => done());
			};
			signal?.addEventListener('abort', leave, { once: true });
			const settled = () => {
				this.waiting -= 1;
				signal?.removeEventListener('abort', leave);
			};
			mine.finally(settled).then(resolve, reject);
		});
	}

	get idle(): boolean {
		return this.waiting === 0 && this.slots.every(({ until }) => until <= Date.now());
	}

	private async wait({ requests, seconds }: Rate, signal?: AbortSignal): Promise<Done> {
		const most = Math.max(1, Math.floor(requests));
		const windowMs = (most / requests) * seconds * 1000;
		for (;;) {
			if (signal?.aborted) return NO_TURN;
			const now = Date.now();
			this.slots = this.slots.filter(({ until }) => until > now);
			if (this.slots.length < most) return this.take(windowMs);
			const next = Math.min(...this.slots.map(({ until }) => until));
			await cancellableSleep(next === IN_FLIGHT ? LOOK_AGAIN_MS : next - now, signal);
		}
	}

	private take(windowMs: number): Done {
		const slot: Slot = { until: IN_FLIGHT };
		this.slots.push(slot);
		return () => {
			slot.until = Date.now() + windowMs;
		};
	}
}

const limiters = new Map<string, RateLimiter>();

/**
 * The rate limiter of a credential, shared by all nodes and executions of this process. To be asked for
 * anew with every turn: one that is idle may have been forgotten.
 */
export function rateLimiterOf(provider: string, credentials: unknown): () => RateLimiter {
	const content = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
	const key = `${provider}:${content}`;
	return () => limiters.get(key) ?? begin(key);
}

function begin(key: string): RateLimiter {
	if (limiters.size >= MOST_KEPT) {
		for (const [other, limiter] of limiters) if (limiter.idle) limiters.delete(other);
	}
	const limiter = new RateLimiter();
	limiters.set(key, limiter);
	return limiter;
}
