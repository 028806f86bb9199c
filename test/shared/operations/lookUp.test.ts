import type { IDataObject } from 'n8n-workflow';
import { findOne, getUserFromList, lookUp } from '../../../nodes/shared/operations/lookUp';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import { byEmail, byId } from '../../../nodes/shared/paging/keys';
import type { Listing } from '../../../nodes/shared/paging/listing';
import { onePage, pageNumberPaging } from '../../../nodes/shared/paging/strategies';
import { isRecord, records } from '../../../nodes/shared/text/json';
import { fakeRun } from '../fakeItem';
import { listingOf } from '../paging/directory';

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
	['email', 'ada@example'],
	['email', '7'],
	['email', 'null'],
	['email', 'undefined'],
])('finds nobody by %s %s', async (mode, value) => {
	expect(await directory().find(mode, value)).toBeUndefined();
});

it('reads no list for an ID that is an e-mail address', async () => {
	await expect(directory().find('id', 'ada@example.com')).rejects.toMatchObject({
		message: "'User' is not an ID: 'ada@example.com'.",
		description: "Enter an ID, or choose 'By Email'.",
	});
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

it('reads the list again after a write', async () => {
	const { find, asked, context } = directory();
	await find('id', '7');
	(await context.account()).cache.forget();
	await find('id', '7');
	expect(asked).toHaveBeenCalledTimes(2);
});

it('does not choose between two with the same e-mail address', async () => {
	const { find } = directory();
	await expect(find('email', 'Twin@example.com')).rejects.toThrow(
		expect.objectContaining({
			kind: 'ambiguous',
			message: "Plainly: 2 users have the e-mail 'Twin@example.com' (IDs 10, 11).",
			description: 'Choose the user by ID.',
		}),
	);
	expect((await find('id', '11'))?.id).toBe(11);
});

it.each(['name', 'toString', 'constructor', ''])(
	'knows no way to name a user by %j',
	async (mode) => {
		const { find, asked } = directory();
		await expect(find(mode, 'x')).rejects.toThrow(
			`'User' can't be chosen by '${mode}': use id or email.`,
		);
		expect(asked).not.toHaveBeenCalled();
	},
);

it('is an error for every look-up where the list cannot be read, and asks once', async () => {
	const { find, asked } = directory(async () => ({ status: 403, body: { message: 'No.' } }));
	for (const id of ['7', '8'])
		await expect(find('id', id)).rejects.toThrow('Plainly: No (HTTP 403).');
	expect(asked).toHaveBeenCalledTimes(1);
});

it('names what was looked for where there is none', async () => {
	const { item, find } = directory();
	const looking = findOne(item(), { mode: 'email', value: 'Eve@example.com' }, { listing, keys });
	await expect(looking).rejects.toMatchObject({
		kind: 'notFound',
		message: "Plainly: there is no user with the e-mail 'Eve@example.com'.",
		description: "Check the value in 'User', and that the credential belongs to the right account.",
	});
	const one = { mode: 'id', value: '7' };
	expect(await findOne(item(), one, { listing, keys })).toEqual(await find('id', '7'));
});

it('calls what it looks for by its own name', async () => {
	const { item, find } = directory();
	const numbers = { listing, keys, noun: 'phone number' };
	const looking = async (mode: string, value: string) =>
		await findOne(item(), { mode, value }, numbers);
	await expect(looking('id', '77')).rejects.toMatchObject({
		message: "Plainly: there is no phone number with the ID '77'.",
		description: expect.stringContaining("Check the value in 'Phone Number', and"),
	});
	await expect(looking('email', 'twin@example.com')).rejects.toMatchObject({
		message: "Plainly: 2 phone numbers have the e-mail 'twin@example.com' (IDs 10, 11).",
		description: 'Choose the phone number by ID.',
	});
	await expect(looking('name', 'x')).rejects.toThrow(
		"'Phone Number' can't be chosen by 'name': use id or email.",
	);
	expect(await looking('id', '7')).toEqual(await find('id', '7'));
});

it('quotes no more of what was looked for than one can read', async () => {
	const { item } = directory();
	const looking = findOne(item(), { mode: 'id', value: '🙂'.repeat(9000) }, { listing, keys });
	await expect(looking).rejects.toThrow(`the ID '${'🙂'.repeat(80)}…'.`);
});

describe('a list that came incomplete', () => {
	const short: Listing = {
		...listing,
		paging: pageNumberPaging('page'),
		page: (body) => ({ ...listing.page(body), records: users, total: 99, lastPage: 1 }),
	};

	it('still gives whoever is in it', async () => {
		expect((await directory(undefined, short).find('email', 'ADA@example.com'))?.id).toBe(7);
	});

	it.each([
		['id', '77'],
		['email', 'eve@example.com'],
	])('proves nothing of who is not: %s', async (mode, value) => {
		const { item, find } = directory(undefined, short);
		const error = {
			kind: 'incompleteList',
			message: `Plainly: the list is incomplete, and '${value}' is not in it: Plainly counts 99 users, but returned 5 different ones: the list may have changed during the run. Run again to be sure.`,
		};
		await expect(find(mode, value)).rejects.toMatchObject(error);
		const looking = findOne(item(), { mode, value }, { listing: short, keys });
		await expect(looking).rejects.toMatchObject(error);
	});
});

describe('Get of a user from the list', () => {
	const get = getUserFromList({
		listing: () => listing,
		keys,
		label: ({ name }) => [name, null],
		shapes: {
			simplify: ({ id }) => ({ id: id ?? null }),
			unify: ({ id }) => unifiedUser({ provider: 'plainly', id }),
		},
	});
	const getWith = async (user: IDataObject) => {
		const parameters = { user, output: 'simplified', options: {} };
		return await fakeRun(parameters, { answer: async () => ({ body: { users } }) }).run(get);
	};

	it('gives the user in the chosen output', async () => {
		expect(await getWith({ mode: 'email', value: 'ADA@example.com' })).toEqual([{ id: 7 }]);
		expect(await getWith({ mode: 'list', value: '9' })).toEqual([{ id: 9 }]);
	});

	it('is an error where there is none, or no value', async () => {
		await expect(getWith({ mode: 'id', value: '77' })).rejects.toThrow(
			'there is no user with the ID',
		);
		await expect(getWith({ mode: 'id', value: '' })).rejects.toThrow("'User' is empty.");
	});
});
