import { until } from '../../test/harness/until';
import { tailOf, type Program } from './program';

/** Waits until a program is ready. Where it ends before, or takes too long: ends it and throws with its log. */
export async function ready(
	title: string,
	program: Program,
	isReady: () => Promise<boolean>,
): Promise<void> {
	const look = async () => {
		if (program.ending) throw new Error(`${title} ended before it was ready.`);
		return await isReady();
	};
	try {
		await until(`${title} is ready`, look, 180_000);
	} catch (error) {
		const log = tailOf(program.log);
		await program.end();
		throw new Error(`${(error as Error).message}\n${log}`, { cause: error });
	}
}

/** 0 where nobody listens or nothing comes for five seconds. */
export const httpStatus = async (url: string): Promise<number> =>
	await fetch(url, { signal: AbortSignal.timeout(5_000), headers: { connection: 'close' } }).then(
		async ({ status, body }) => {
			await body?.cancel();
			return status;
		},
		() => 0,
	);
