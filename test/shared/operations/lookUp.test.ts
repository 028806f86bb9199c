import type { IDataObject } from 'n8n-workflow';
import { byEmail, byId, findOne, lookUp, notFound } from '../../../nodes/shared/operations/lookUp';
import { onePage, pageNumberPaging } from '../../../nodes/shared/paging/strategies';
import type { Listing } from '../../../nodes/shared/execution/provider';
import { isRecord, records } from '../../../nodes/shared/text/json';
import { listingOf } from './directory';
import { fakeRun } from '../fakeItem';

const keys = { id: byId('id'), email: byEmail('email') };

const users: IDataObject[] = [
	{ id: 7, email: 'Ada@Example.com' },
	{ id: '12345678901234567890', email: ' bob@example.com ' },
	{ id: 9, email: null },
	{ id: 10, email: 'twin@example.com' },
	{ id: 11, email: 'TWIN@example.com' },
];

const listing: Listing = listingOf(onePage, {
	page: (body) => {
		const list = isRecord(body) ? records(body.users) : undefined;
		return list && { records: list };
	},
});

function directory(answer = async () => ({ body: { users } as IDataObject }), of = listing) {
	const counted = jest.fn(answer);
	const run = fakeRun({ options: { retries: 0 } }, { answer: counted, count: 50 });
	const find = async (mode: string, value: string) =>
		await lookUp(run.item(), { mode, value }, { listing: of, keys });
	return { ...run, find, asked: counted };
}

it.each([
	['id', '7', 7],
	['id', '12345678901234567890', '12345678901234567890'],
	['email', 'ada@example.com', 7],
	['email', 'ADA@EXAMPLE.COM', 7],
	['email', 'bob@example.com', '12345678901234567890'],
])('finds a user by %s %s', async (mode, value, id) => {
	expect((await directory().find(mode, value))?.id).toBe(id);
});

it.each([
	['id', '77'],
	['id', '07'],
	['id', 'ada@example.com'],
	['email', 'ada@example'],
	['email', '7'],
	['email', 'null'],
	['email', 'undefined'],
])('finds nobody by %s %s', async (mode, value) => {
	expect(await directory().find(mode, value)).toBeUndefined();
});

it('compares an ID with case, other than an e-mail address', async () => {
	const users = [{ id: 'USa', email: 'a@example.com' }, { id: 'USA' }];
	const { find } = directory(async () => ({ body: { users } }));
	expect(await find('id', 'USa')).toEqual(users[0]);
	expect(await find('id', 'usa')).toBeUndefined();
});

it('keeps two lists of one run apart', async () => {
	const { item } = directory(async () => ({ body: { users: [{ id: asked++ }] } }));
	let asked = 0;
	const other = { ...listing, call: { ...listing.call, query: { of: 'others' } } };
	const find = async (of: Listing, value: string) =>
		await lookUp(item(), { mode: 'id', value }, { listing: of, keys });
	expect(await find(listing, '0')).toEqual({ id: 0 });
	expect(await find(other, '0')).toBeUndefined();
	expect(await find(other, '1')).toEqual({ id: 1 });
});

it('reads the list once, however many look-ups there are', async () => {
	const { find, asked } = directory();
	await Promise.all(Array.from({ length: 50 }, async (_, at) => await find('id', String(at))));
	await find('email', 'ada@example.com');
	expect(asked).toHaveBeenCalledTimes(1);
});

it('reads the list afresh after a write', async () => {
	const { find, asked, session } = directory();
	await find('id', '7');
	session.memo.forget();
	await find('id', '7');
	expect(asked).toHaveBeenCalledTimes(2);
});

it('does not choose between two with the same e-mail address', async () => {
	const { find } = directory();
	await expect(find('email', 'Twin@example.com')).rejects.toThrow(
		"Plainly: 2 users have the e-mail 'Twin@example.com' (IDs 10, 11). Choose the user by ID.",
	);
	expect((await find('id', '11'))?.id).toBe(11);
});

it.each(['name', 'toString', 'constructor', ''])(
	'knows no way to name a user by %j',
	async (mode) => {
		const { find, asked } = directory();
		await expect(find(mode, 'x')).rejects.toThrow(
			`'User' can't be chosen by '${mode}' here: use id or email.`,
		);
		expect(asked).not.toHaveBeenCalled();
	},
);

it('fails for every look-up where the list cannot be read, and asks once', async () => {
	const { find, asked } = directory(async () => ({ status: 403, body: { message: 'No.' } }));
	for (const id of ['7', '8'])
		await expect(find('id', id)).rejects.toThrow('Plainly: No (HTTP 403).');
	expect(asked).toHaveBeenCalledTimes(1);
});

it('names what was looked for where there is nobody', async () => {
	const { item } = directory();
	const looking = findOne(item(), { mode: 'email', value: 'Eve@example.com' }, { listing, keys });
	await expect(looking).rejects.toThrow(
		"Plainly: there is no user with the e-mail 'Eve@example.com'. Check the value in 'User'",
	);
	expect(notFound(item(), 'ID', '5').message).toContain("there is no user with the ID '5'");
	expect(await findOne(item(), { mode: 'id', value: '7' }, { listing, keys })).toEqual(users[0]);
});

it('calls what it looks for by its own name', async () => {
	const { item, find } = directory();
	const numbers = { listing, keys, noun: 'phone number' };
	const looking = async (mode: string, value: string) =>
		await findOne(item(), { mode, value }, numbers);
	await expect(looking('id', '77')).rejects.toThrow(
		"Plainly: there is no phone number with the ID '77'. Check the value in 'Phone Number', and",
	);
	await expect(looking('email', 'twin@example.com')).rejects.toThrow(
		"Plainly: 2 phone numbers have the e-mail 'twin@example.com' (IDs 10, 11). Choose the phone number by ID.",
	);
	await expect(looking('name', 'x')).rejects.toThrow(
		"'Phone Number' can't be chosen by 'name': use id or email.",
	);
	expect(await looking('id', '7')).toEqual(await find('id', '7'));
});

it('quotes no more of what was looked for than one can read', () => {
	const { item } = directory();
	const { message } = notFound(item(), 'ID', '🙂'.repeat(9000));
	expect(message).toContain(`the ID '${'🙂'.repeat(80)}…'. Check`);
});

it('says of nobody that he is not there where the list came incomplete', async () => {
	const short: Listing = {
		...listing,
		paging: pageNumberPaging('page'),
		page: (body) => ({ ...listing.page(body), records: users, total: 99, lastPage: 1 }),
	};
	const { find } = directory(undefined, short);
	expect((await find('id', '7'))?.id).toBe(7);
	await expect(find('id', '77')).rejects.toThrow(
		"Plainly: the list came incomplete, and '77' was not in it: Plainly counts 99 users",
	);
});
