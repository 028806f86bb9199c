import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { tailOf } from './npm';
import type { Program } from './program';

const patience = 180_000;

/** Resolves when the address answers 200; rejects where the program ends before, or takes too long. */
export async function answering(url: string, program: Program): Promise<void> {
	const deadline = Date.now() + patience;
	while ((await statusOf(url)) !== 200) {
		if (program.ending !== undefined) {
			throw new Error(`It ended before it answered at ${url}:\n${tailOf(program.log)}`);
		}
		if (Date.now() > deadline) {
			throw new Error(`No answer at ${url} after ${patience / 1000} s:\n${tailOf(program.log)}`);
		}
		await sleep(200);
	}
}

/** 0 where nobody listens or nothing comes for five seconds. */
export const statusOf = (url: string): Promise<number> =>
	new Promise((resolve) => {
		const request = get(url, { agent: false, timeout: 5_000 }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		request.on('timeout', () => request.destroy());
		request.on('error', () => resolve(0));
	});
