import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggedRequest, Sandbox } from '../../sandbox';

/** Long enough to see one too many come. */
const LOOK_MS = 50;
/** How long it may take until so many requests wait: a machine may be busy. */
const PATIENCE_MS = 10_000;

export interface HeldRequests {
	/** The most requests that ever waited for their answers at the same time. */
	most: number;
	/** What a request waits for, also one for which there is another fault. */
	readonly until: () => Promise<void>;
}

/**
 * Holds all answers until `size` requests wait at the same time, however slowly they come; later requests
 * are answered as they come. `isOne` tells which requests count.
 */
export function holdRequests(
	{ log, faults }: Pick<Sandbox<object>, 'log' | 'faults'>,
	size: number,
	isOne: (request: LoggedRequest) => boolean = () => true,
): HeldRequests {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (open = resolve));
	void sleep(PATIENCE_MS, undefined, { ref: false }).then(open);
	const seen = { most: 0, until };
	async function until() {
		const { length } = log.filter((request) => request.status === 0 && isOne(request));
		seen.most = Math.max(seen.most, length);
		if (length >= size) open();
		await opened;
		await sleep(LOOK_MS);
	}
	faults.always({ kind: 'hold', until }, isOne);
	return seen;
}
