import type { Item } from '../../shared/execution/item';
import { counted } from '../../shared/text/plural';

const LONG_MS = 60_000;

/** The removals of all items of a run. */
interface Progress {
	startedAt: number;
	users: number;
	removals: number;
}

/** Begins with the first item; what all items did is told with the last. */
export async function removalProgress(item: Item): Promise<Progress> {
	return await item.oncePerRun('removals', async () => ({
		startedAt: Date.now(),
		users: 0,
		removals: 0,
	}));
}

export function count(progress: Progress, removals: number): void {
	progress.users += removals > 0 ? 1 : 0;
	progress.removals += removals;
}

/** After all items: how far the run came, where it took longer than a minute. */
export function hintProgress(item: Item, { startedAt, users, removals }: Progress): void {
	const tookMs = Date.now() - startedAt;
	if (tookMs <= LONG_MS) return;
	const seconds = Math.round(tookMs / 1000);
	item.hint(
		`It took ${seconds} s to remove ${counted(users, 'users')} from projects (${counted(removals, 'removals')}): Worksection allows one request per second.`,
	);
}
