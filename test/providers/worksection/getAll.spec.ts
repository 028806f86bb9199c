import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { begins } from '../begins';
import { ids, member, names, paired, WorksectionFixture } from './fixture';

const account = new WorksectionFixture();
const { getAll } = account;
const LIST = { action: 'get_users' };
const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ n: index }));

describe('the list of members', () => {
	it.each(['md5', 'hmac'])('comes whole from one request: %s', async (signature) => {
		const worksectionApi = { ...account.sandbox.credentials, signature };
		const run = await getAll({}, { credentials: { worksectionApi } });
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual(account.sandbox.people);
		expect(run.json).toHaveLength(25);
		expect(paired(run)).toEqual(Array(25).fill({ item: 0 }));
		expect(account.asked).toEqual([LIST]);
		expect(run.hints).toEqual([]);
		expect(account.sandbox.warnings).toEqual([]);
	});

	it.each(['absent', 'array'] as const)('may be empty: data %s', async (emptyData) => {
		account.sandbox.settings.emptyData = emptyData;
		account.populate();
		const run = await getAll();
		expect(run.error).toBeUndefined();
		expect(run.items).toEqual([]);
		expect(run.messages).toEqual([
			"Worksection returned no users. Check the credential's account and the parameters.",
		]);
		expect(account.asked).toEqual([LIST]);
	});

	it('has no date without the admin token: null, never a date, and a hint says so', async () => {
		account.sandbox.settings.tokenKind = 'oauth';
		const simplified = await getAll({ output: 'simplified' });
		expect(simplified.json).toHaveLength(25);
		expect(simplified.messages).toEqual([
			"Worksection returned no 'date_added' for any of the users. Only the admin API key of the account gets this field: check the key in the credential.",
		]);
		expect(new Set(simplified.json.map((json) => json.date_added))).toEqual(new Set([null]));
		const unified = await getAll({ output: 'unified' });
		expect(new Set(unified.json.map((json) => json.createdAt))).toEqual(new Set([null]));
		expect((await getAll()).json[0]).not.toHaveProperty('date_added');
		const selected = async (fields: string[]) =>
			(await getAll({ output: 'selected', fields })).hints.length;
		expect([await selected(['email']), await selected(['email', 'date_added'])]).toEqual([0, 1]);
	});

	it.each([
		{ status: 'ok', data: member({}) },
		{ status: 'ok', data: ['7001'] },
		{ data: [member({})] },
		[member({})],
	])('of another form is an error, never an empty list: %j', async (body) => {
		account.sandbox.faults.always({ kind: 'body', body });
		const run = await getAll({ options: { retries: 1, maxWait: 0.01 } });
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toBe(
			'Worksection: the answer does not have the expected form, after 2 tries. Try again later. If it keeps failing, ask the provider for help.',
		);
		expect(account.actions).toEqual(['get_users', 'get_users']);
	});

	it('says where it may be cut off: at ten thousand', async () => {
		account.populate(...Array.from({ length: 10_000 }, () => ({})));
		const run = await getAll({ output: 'selected', fields: ['id'] });
		expect(run.json).toHaveLength(10_000);
		expect(run.messages).toEqual([
			'Worksection returns at most 10000 users, and it returned that many: there may be more.',
		]);
		account.sandbox.people.pop();
		expect((await getAll({ output: 'selected', fields: ['id'] })).hints).toEqual([]);
	});

	it('says so, too, where filters leave a few of them', async () => {
		account.populate(...Array.from({ length: 10_000 }, () => ({})));
		const run = await getAll({ filters: { email: 'member7@example.com' } });
		expect(ids(run)).toEqual(['7007']);
		expect(run.messages).toEqual([expect.stringContaining('returns at most 10000 users')]);
	});
});

describe('Limit', () => {
	it.each([
		[7, true],
		[24, true],
		[25, false],
		[26, false],
	])('of %i', async (limit, more) => {
		const run = await getAll({ returnAll: false, limit });
		expect(run.json).toEqual(account.sandbox.people.slice(0, limit));
		expect(account.asked).toEqual([LIST]);
		expect(run.messages).toEqual(more ? ['There are 25 users in all.'] : []);
	});

	it('counts who match the filters', async () => {
		const run = await getAll({ returnAll: false, limit: 2, filters: { role: ['user'] } });
		const users = account.sandbox.people.filter(({ role }) => role === 'user');
		expect(run.json).toEqual(users.slice(0, 2));
	});

	it.each([0, -1, 2.5])('of %d is refused before anything is sent', async (limit) => {
		const run = await getAll({ returnAll: false, limit });
		expect(errorWords(run.error)).toMatch(/^'Limit' must be /);
		expect(account.asked).toEqual([]);
	});
});

describe('many input items', () => {
	it('each have their own parameters, and the list is read once', async () => {
		const run = await getAll(
			{ filters: { email: '={{ $json.email }}' } },
			{ input: account.sandbox.people.slice(0, 12).map(({ email }) => ({ email })) },
		);
		expect(run.json).toEqual(account.sandbox.people.slice(0, 12));
		expect(run.items[9]).toEqual({ json: account.sandbox.people[9], pairedItem: { item: 9 } });
		expect(paired(run)).toEqual(numbered(12).map(({ n }) => ({ item: n })));
		expect(account.asked).toEqual([LIST]);
	});

	it('share one reading, whatever their limits', async () => {
		const run = await getAll(
			{ returnAll: false, limit: '={{ $json.n + 1 }}', output: 'selected', fields: ['id'] },
			{ input: numbered(4) },
		);
		expect(paired(run)).toEqual([0, 1, 1, 2, 2, 2, 3, 3, 3, 3].map((item) => ({ item })));
		expect(account.asked).toEqual([LIST]);
	});

	it.each(['raw', 'selected'])('share no object: %s', async (output) => {
		account.populate({ services: { chats: { Signal: 'x' }, socials: {} } });
		const parameters = { output, fields: ['services'] };
		const { json } = await getAll(parameters, { input: [{}, {}] });
		expect(json[0]?.services).toEqual({ chats: { Signal: 'x' }, socials: {} });
		expect(json[0]?.services).not.toBe(json[1]?.services);
	});

	it.each<[INodeParameters, string, string]>([
		[{ filters: { email: '={{ $json.who }}' } }, 'a@b.example', "The filter 'Email' is empty."],
		[
			{ filters: { addedAfter: '={{ $json.who }}' } },
			'2020-01-01',
			"The filter 'Added After' is empty.",
		],
	])('fail one by one: %j', async (parameters, who, message) => {
		const input = [{ who }, { who: '' }, { who }];
		const on = await getAll(parameters, { input, onError: 'continueRegularOutput' });
		expect(on.items.filter(({ json }) => json.error)).toEqual([
			{ json: { error: begins(message) }, pairedItem: { item: 1 } },
		]);
		const off = await getAll(parameters, { input });
		expect(off.error).toMatchObject({ message: begins(message), context: { itemIndex: 1 } });
		expect(off.items).toEqual([]);
		const out = await getAll(parameters, { input, onError: 'continueErrorOutput' });
		expect(out.errorItems.map(({ json }) => json)).toEqual([{ who: '', error: begins(message) }]);
		expect(out.error).toBeUndefined();
	});
});

describe('get', () => {
	const by = (mode: string, value: unknown): INodeParameters => ({
		user: { __rl: true, mode, value } as INodeParameters,
		output: 'raw',
	});

	it('finds by id or by e-mail in any case, the list read once for a hundred items', async () => {
		const input = Array.from({ length: 100 }, (_, index) => {
			const { id, email } = account.sandbox.people[(index * 7) % 25] ?? member({});
			return index % 2 === 0
				? { how: 'email', what: email.toUpperCase() }
				: { how: 'id', what: id };
		});
		const run = await account.run('get', by('={{ $json.how }}', '={{ $json.what }}'), { input });
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual(input.map((_, index) => account.sandbox.people[(index * 7) % 25]));
		expect(paired(run)).toEqual(input.map((_, item) => ({ item })));
		expect(account.asked).toEqual([LIST]);
	});

	it.each([
		['id', '1', "there is no user with the ID '1'"],
		['email', 'who@example.com', "there is no user with the e-mail 'who@example.com'"],
	])('says who was not found by %s', async (mode, value, words) => {
		const run = await account.run('get', by(mode, value));
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			`Worksection: ${words}. Check the value in 'User', and that the credential belongs to the right account.`,
		);
	});

	it('does not choose between two members with one e-mail', async () => {
		account.populate({ email: 'twin@example.com', name: 'A' }, { email: 'Twin@example.com' });
		const run = await account.run('get', by('email', 'twin@example.com'));
		expect(errorWords(run.error)).toBe(
			"Worksection: 2 users have the e-mail 'twin@example.com' (IDs 7001, 7002). Choose the user by ID.",
		);
		expect(names(await account.run('get', by('id', '7001')))).toEqual(['A']);
	});

	it('without a value is an error before anything is sent', async () => {
		const run = await account.run('get', by('email', '={{ $json.missing }}'));
		expect(errorWords(run.error)).toEqual(begins("'User' is empty."));
		expect(account.asked).toEqual([]);
	});
});
