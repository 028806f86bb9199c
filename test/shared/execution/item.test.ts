import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../../nodes/shared/http/connection';
import { fakeRun } from '../fakeItem';
import { servedDirectory } from '../paging/servedDirectory';

describe('what an item reads', () => {
	const call: Call = { method: 'GET', path: '/users', query: { page: 1 } };
	const body = ({ body }: { body: unknown }) => body as IDataObject;

	function counting() {
		let asked = 0;
		const answer = jest.fn(async () => ({ body: { answer: (asked += 1) } }));
		return { answer, ...fakeRun({}, { answer, count: 3 }) };
	}

	it('is asked for once per run, and again for another call', async () => {
		const { item, answer } = counting();
		expect(await item(0).read(call, body)).toEqual({ answer: 1 });
		expect(await item(1).read({ ...call }, body)).toEqual({ answer: 1 });
		expect(await item(2).read({ ...call, query: { page: 2 } }, body)).toEqual({ answer: 2 });
		expect(answer).toHaveBeenCalledTimes(2);
	});

	it('is never taken from before a write, also not where that failed', async () => {
		const { item } = counting();
		const change: Call = { method: 'POST', path: '/users' };
		await item(0).read(call, body);
		expect(await item(0).write(change, body)).toEqual({ answer: 2 });
		expect(await item(1).read(call, body)).toEqual({ answer: 3 });
		await expect(item(1).write(change, () => undefined)).rejects.toThrow(
			'not have the expected form',
		);
		expect(await item(2).read(call, body)).toEqual({ answer: 5 });
	});

	it('that began while a write was under way is not kept', async () => {
		const { item } = counting();
		const writing = item(0).write({ method: 'POST', path: '/users' }, body);
		const during = item(1).read(call, body);
		await Promise.all([writing, during]);
		expect(await item(2).read(call, body)).toEqual({ answer: 3 });
	});

	it('reads its credential once, however many requests it makes', async () => {
		const credentials = jest.fn(async (_type: string, _index?: number) => ({
			apiKey: 'the-only-key',
		}));
		const answer = async () => ({ body: {} });
		const { item } = fakeRun({}, { answer, credentials, count: 9 });
		const one = item(3);
		for (let page = 0; page < 9; page++) await one.read({ ...call, query: { page } }, body);
		expect(credentials.mock.calls).toEqual([['plainlyApi', 3]]);
	});

	it('is refused by name where the options are wrong, before anything is sent', async () => {
		const { item } = fakeRun({ options: { timeout: 'long' } });
		await expect(item().read(call, body)).rejects.toThrow("'Timeout' must be a number");
		await expect(item().write(call, body)).rejects.toThrow("'Timeout' must be a number");
	});
});

it('an item evaluates each collection once', () => {
	const parameter = jest.fn(() => ({ retries: 99 }));
	const { item, context } = fakeRun({});
	jest.spyOn(context, 'parameter').mockImplementation(parameter);
	const one = item();
	expect([one.settings.retries, one.settings.retries, one.options.retries]).toEqual([10, 10, 99]);
	expect(parameter).toHaveBeenCalledTimes(1);
});

it("settings of another operation's options are its own", () => {
	const item = fakeRun({ options: { retries: 1 } }, { count: 1 }).item(0);
	expect(item.settings.retries).toBe(1);
	expect(item.with({ options: { retries: 2 } }).settings.retries).toBe(2);
	expect(item.with({ limit: 5 }).settings.retries).toBe(1);
});

describe('the pages of a list', () => {
	it('are read once for all items that walk the same way', async () => {
		const { directory, listing, answer } = servedDirectory({ style: 'offset', people: 12 });
		const { item, context } = fakeRun({ options: {} }, { answer, count: 3 });
		const count = async (index: number) => {
			let records = 0;
			for await (const page of item(index).pages(listing)) records += page.records.length;
			return records;
		};
		expect(await Promise.all([count(0), count(1), count(2)])).toEqual([12, 12, 12]);
		expect(directory.requests).toHaveLength(3);
		(await context.account()).cache.forget();
		await count(0);
		expect(directory.requests).toHaveLength(6);
	});

	it('are as large and as many as the options say', async () => {
		const { directory, listing, answer } = servedDirectory({ style: 'offset', people: 40 });
		const options = { pageSize: 3, maxPages: 2, offset: 4 };
		const { item, hints } = fakeRun({ options }, { answer });
		for await (const { records } of item().pages(listing)) expect(records).toHaveLength(3);
		expect(directory.requests).toEqual([
			{ count: '3', offset: '4' },
			{ count: '3', offset: '7' },
		]);
		expect(await hints()).toEqual([expect.stringContaining("Stopped at 'Max Pages' (2)")]);
	});
});

it('knows whether a parameter is fixed for all items', () => {
	expect(
		fakeRun({ user: { mode: 'list', value: '7' } })
			.item()
			.isFixed('user'),
	).toBe(true);
	expect(
		fakeRun({ user: { mode: 'list', value: '={{ 7 }}' } })
			.item()
			.isFixed('user'),
	).toBe(false);
	expect(fakeRun({ user: '={{ 7 }}' }).item().isFixed('user')).toBe(false);
});

it("knows whether n8n's own setting would run all items again", () => {
	expect(fakeRun({}).item().retriesOnFail).toBe(false);
	expect(fakeRun({}, { retryOnFail: true }).item().retriesOnFail).toBe(true);
});
