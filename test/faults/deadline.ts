/** Gives the work a signal that aborts where it does not end by itself. */
export async function withDeadline<Done>(
	longestMs: number,
	work: (signal: AbortSignal) => Promise<Done>,
): Promise<Done> {
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), longestMs);
	try {
		return await work(late.signal);
	} finally {
		clearTimeout(timer);
	}
}
