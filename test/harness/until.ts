import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something to be so; rejects, naming it, where that takes longer than `patience` ms. */
export async function until(
	what: string,
	isSo: () => boolean | Promise<boolean>,
	patience = 30_000,
): Promise<void> {
	const deadline = Date.now() + patience;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`Not so after ${patience / 1000} s: ${what}.`);
		await sleep(25);
	}
}
