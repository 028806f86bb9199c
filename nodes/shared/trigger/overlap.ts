/** When the poll that is running must have ended, by workflow and node. */
const running = new Map<string, number>();

/**
 * Runs a poll, unless one of the same node is running: then the result is null. A poll that never ends
 * doesn't hold up later ones for longer than `ms`.
 */
export async function withoutOverlap<T>(
	node: string,
	ms: number,
	poll: () => Promise<T | null>,
): Promise<T | null> {
	const now = Date.now();
	const ends = running.get(node);
	if (ends !== undefined && now < ends) return null;
	const own = now + ms;
	running.set(node, own);
	try {
		return await poll();
	} finally {
		if (running.get(node) === own) running.delete(node);
	}
}
