import { sleep } from 'n8n-workflow';

/** Short enough that a cancelled execution ends at once, on every n8n: older ones can't abort a sleep. */
const SLICE_MS = 100;

/** Waits, or returns early once the signal is aborted. */
export async function cancellableSleep(ms: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
		await sleep(Math.min(left, SLICE_MS));
	}
}
