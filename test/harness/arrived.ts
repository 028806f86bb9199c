import type { Sandbox } from '../../sandbox';
import { until } from './until';

/** Less than a test may take, so that what did not come is named. */
const PATIENCE_MS = 15_000;

/** Resolves when so many requests have reached the sandbox. */
export async function arrived({ log }: Pick<Sandbox<object>, 'log'>, count = 1): Promise<void> {
	await until(`requests that arrived: ${count}`, () => log.length >= count, PATIENCE_MS);
}
