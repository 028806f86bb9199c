import { providers } from '../providers';
import type { Implementation } from './implementation';
import { concurrentPages } from './pages';

/** The lower bound: connections kept alive, several pages at once, nothing checked. */
export const fetchLoop: Implementation = async () => async (directory) => {
	const requests = await providers[directory.provider].requests(directory);
	const { method, headers } = requests;
	const started = performance.now();
	const get = async (url: string) =>
		(await (await fetch(url, { method, headers })).json()) as never;
	const users = await concurrentPages(requests, get);
	return { ms: performance.now() - started, users };
};
