import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { listSearch } from '../../../nodes/shared/picker/listSearch';
import { isNumber, nameAndMore } from '../../../nodes/shared/picker/picker';
import type { Listing } from '../../../nodes/shared/paging/listing';
import { type FakeOptions, node, plainConnection, sendWith } from '../fakeItem';
import type { DirectoryOptions } from '../paging/directory';
import { servedDirectory } from '../paging/servedDirectory';

let accounts = 0;

/** A picker of a directory, with an account of its own: what was cached before is not seen. */
function pickerOf(of: DirectoryOptions, rest: Partial<Listing> = {}) {
	const { directory, listing, answer } = servedDirectory(of, rest);
	const account = ++accounts;
	const seen = { answer: answer as NonNullable<FakeOptions['answer']>, apiKey: `key-${account}` };
	const functions: unknown = {
		getNode: () => node,
		getTimezone: () => 'UTC',
		getCurrentNodeParameter: () => undefined,
		getCredentials: async (): Promise<IDataObject> => ({ apiKey: seen.apiKey }),
		helpers: {
			httpRequestWithAuthentication: sendWith(async (options) => await seen.answer(options)),
		},
	};
	const search = listSearch(plainConnection, {
		lists: () => [listing],
		option: ({ id }, value) => ({ name: `User ${String(id)}.`, value }),
	});
	const open = async (filter?: string, token?: string) => {
		const { results, paginationToken } = await search.call(
			functions as ILoadOptionsFunctions,
			filter,
			token,
		);
		return { names: results.map(({ name }) => name), paginationToken };
	};
	return { directory, open, seen };
}

const names = (count: number, from = 0) =>
	Array.from({ length: count }, (_, at) => `User ${from + at}.`);

it('reads as far as the list is shown, and on by scrolling', async () => {
	const { directory, open } = pickerOf(
		{ style: 'token', people: 120 },
		{ size: { usual: 20, most: 20 } },
	);
	const first = await open();
	expect(first).toEqual({ names: names(50), paginationToken: '50' });
	expect(directory.requests).toHaveLength(3);
	expect((await open('', first.paginationToken)).names).toEqual(names(50, 50));
	expect(directory.requests).toHaveLength(5);
});

it('typing reads the whole list, and typing on reads nothing again', async () => {
	const { directory, open } = pickerOf({ style: 'token', people: 23 });
	expect((await open('user 22')).names).toEqual(['User 22.']);
	expect(directory.requests).toHaveLength(5);
	expect((await open('user 22.')).names).toEqual(['User 22.']);
	expect((await open()).names).toEqual(names(23));
	expect(directory.requests).toHaveLength(5);
});

it('another account does not see what was read for this one', async () => {
	const { directory, open, seen } = pickerOf({ style: 'token', people: 3 });
	await open();
	seen.apiKey = 'another-key';
	await open();
	expect(directory.requests).toHaveLength(2);
});

describe('the plan of a walk that is under way', () => {
	/** How many requests were under way at once, at most. */
	function counted() {
		const picker = pickerOf({ style: 'page', people: 200, cap: 10 });
		const { answer } = picker.seen;
		const now = { asked: 0, running: 0, most: 0 };
		picker.seen.answer = async (options) => {
			now.asked += 1;
			now.running += 1;
			now.most = Math.max(now.most, now.running);
			await new Promise((resolve) => setTimeout(resolve, 5));
			now.running -= 1;
			return await answer(options);
		};
		return { ...picker, now };
	}

	it('is to read one page at a time where the list is only shown', async () => {
		const { open, now, directory } = counted();
		await open();
		expect([now.most, directory.requests.length]).toEqual([1, 5]);
	});

	it('is changed by a search only as long as that lasts', async () => {
		const { open, now } = counted();
		expect((await open('user')).names).toEqual(names(50));
		expect([now.most, now.asked]).toEqual([5, 10]);
		// What was asked for ahead is used, and nothing more is.
		expect((await open('', '50')).names).toEqual(names(50, 50));
		expect(now.asked).toBe(10);
		now.most = 0;
		expect((await open('', '100')).names).toEqual(names(50, 100));
		expect([now.most, now.asked]).toEqual([1, 15]);
	});

	it('is not changed by a look that ends while another one waits', async () => {
		const { open, now } = counted();
		const [shown, searched] = await Promise.all([open(), open('user 199.')]);
		expect(shown.names).toEqual(names(50));
		expect(searched.names).toEqual(['User 199.']);
		expect(now.most).toBe(5);
	});
});

describe('a list that cannot be read', () => {
	it('is the error of an operation, and is read again next time', async () => {
		const { open, seen } = pickerOf({ style: 'token', people: 3 });
		const { answer } = seen;
		seen.answer = async () => ({ status: 403, body: { message: 'No.' } });
		await expect(open()).rejects.toMatchObject({
			message: 'Plainly: No (HTTP 403).',
			httpCode: '403',
			description: 'Check the values of this operation.',
		});
		seen.answer = answer;
		expect((await open()).names).toEqual(names(3));
	});

	it('whole is an error only where nothing in it matches', async () => {
		const { open } = pickerOf({ style: 'offset', people: 3, told: (real) => real + 2 });
		expect((await open('user 2')).names).toEqual(['User 2.']);
		await expect(open('nobody')).rejects.toThrow(
			'Plainly: the list is incomplete, and nothing in it matches: Plainly counts 5 users, but returned 3 different ones',
		);
	});
});

it.each([
	['Ada', 'ada@example.com', 'Ada (ada@example.com)'],
	['Ada', null, 'Ada'],
	[null, 'ada@example.com', 'ada@example.com'],
	['  ', '', '7'],
])('%j and %j are shown as %j', (name, more, shown) => {
	expect(nameAndMore('7', name, more)).toBe(shown);
});

it.each([
	['7', true],
	['007', true],
	['', false],
	['7a', false],
	['-7', false],
])('%j is a number: %p', (typed, is) => {
	expect(isNumber(typed)).toBe(is);
});
