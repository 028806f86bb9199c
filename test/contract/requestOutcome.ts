import { setTimeout as sleep } from 'node:timers/promises';
import type { AxiosError } from 'axios';
import type { Sandbox } from '../../sandbox';
import { arrived } from '../harness/arrived';

/** The code of the error that a request ends with. */
export const codeOf = async (sending: Promise<unknown>): Promise<string | undefined> =>
	await sending.then(
		() => 'an answer',
		(error: AxiosError) => error.code,
	);

/** How a request ends whose sender gives up so long after it has arrived. */
export async function givenUp(
	sandbox: Pick<Sandbox<object>, 'log'>,
	send: (signal: AbortSignal) => Promise<unknown>,
	afterMs: number,
): Promise<string | undefined> {
	const before = sandbox.log.length;
	const sender = new AbortController();
	const ending = codeOf(send(sender.signal));
	try {
		await arrived(sandbox, before + 1);
		await sleep(afterMs);
	} finally {
		sender.abort();
	}
	return await ending;
}
