import { Client } from '../../../nodes/shared/http/client';
import { onePage } from '../../../nodes/shared/paging/strategies';
import { cachedOrNewList } from '../../../nodes/shared/picker/listCache';
import { records } from '../../../nodes/shared/text/json';
import { plainConnection, sendWith } from '../fakeItem';
import { listingOf } from '../paging/directory';

/** Lists of so many users each, told apart by their credential. */
function listsOf(users: number) {
	const body = Array.from({ length: users }, (_, id) => ({ id }));
	const listing = listingOf(onePage, { page: (answer) => ({ records: records(answer) ?? [] }) });
	let requests = 0;
	const send = sendWith(() => {
		requests++;
		return { body };
	});
	const open = async (apiKey: string) => {
		const account = { apiKey };
		const list = cachedOrNewList({ provider: 'Plainly', account, listing });
		list.readers.push({
			client: new Client({ send: async (options) => await send('', options) }, plainConnection, {}),
			limits: { timeoutMs: 5000, retries: 0, maxWaitMs: 0 },
			prefetch: 0,
			option: (_record, id) => ({ name: id, value: id }),
		});
		for await (const page of list.pages) expect(page).toHaveLength(users);
		return requests;
	};
	return { open };
}

it.each([
	['60 lists', 1, 60],
	['100,000 options', 20_000, 5],
])('keeps %s at most, and drops the oldest', async (_most, users, most) => {
	const { open } = listsOf(users);
	for (let other = 0; other < most; other++) await open(`${users}, ${other}`);
	expect(await open(`${users}, 0`)).toBe(most);
	await open(`${users}, ${most}`);
	expect(await open(`${users}, 0`)).toBe(most + 2);
});
