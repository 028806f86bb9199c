import type { Requests } from '../providers/provider';

type Get = (url: string) => Promise<never>;

/** The users of all pages, one page after the other. */
export async function sequentialPages(requests: Requests, get: Get): Promise<unknown[]> {
	const users: unknown[] = [];
	let cursor: string | undefined;
	for (let page = 0; ; page++) {
		const body = await get(requests.url(page, cursor));
		for (const user of requests.users(body)) users.push(user);
		cursor = requests.cursor?.(body) ?? undefined;
		const hasMore = requests.pages ? page + 1 < requests.pages(body) : cursor !== undefined;
		if (!hasMore) return users;
	}
}

/** As many pages at once as our nodes ask for by default. */
const CONCURRENCY = 5;

/** The users of all pages, several at once after the first one has told how many there are. */
export async function concurrentPages(requests: Requests, get: Get): Promise<unknown[]> {
	if (!requests.pages) return await sequentialPages(requests, get);
	const first = await get(requests.url(0));
	const pages: unknown[][] = [requests.users(first)];
	const count = requests.pages(first);
	let next = 1;
	const worker = async () => {
		while (next < count) {
			const page = next++;
			pages[page] = requests.users(await get(requests.url(page)));
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, worker));
	return pages.flat();
}
