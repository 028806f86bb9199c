import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { begins } from '../begins';
import { ids, paired, user, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const LIST = 'GET /white-label/users';

const by = (mode: string, value: unknown, more: INodeParameters = {}): INodeParameters => ({
	user: { __rl: true, mode, value } as INodeParameters,
	...more,
});
const get = async (mode: string, value: unknown, more: INodeParameters = {}) =>
	await platform.run('get', by(mode, value, { output: 'raw', ...more }));

describe('get', () => {
	it('finds a user by id, be it text or number', async () => {
		const [, , third] = platform.sandbox.people;
		const run = await get('id', '1003');
		expect(run.items).toEqual([{ json: third, pairedItem: { item: 0 } }]);
		expect(run.hints).toEqual([]);
		expect(platform.asked).toEqual([LIST]);
		expect((await get('id', '={{ 1003 }}')).json).toEqual([third]);
		expect((await get('id', ' 1003 ')).json).toEqual([third]);
	});

	it('finds a user by e-mail, in any case', async () => {
		const fourth = platform.sandbox.people[3];
		expect(fourth?.email).toMatch(/^[A-Z]/);
		for (const email of [fourth?.email, fourth?.email.toUpperCase(), ` ${fourth?.email} `]) {
			expect((await get('email', email)).json).toEqual([fourth]);
		}
	});

	it('finds a user by an id that no number can hold', async () => {
		platform.populate({ id: '9007199254740992' }, { id: '9007199254740993', name: 'Second' });
		const run = await get('id', '9007199254740993', { output: 'simplified' });
		expect(run.json).toMatchObject([{ id: '9007199254740993', name: 'Second' }]);
	});

	it('finds a user on the last page', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'laravel', perPage: 10 });
		const last = platform.sandbox.people[24];
		expect((await get('email', last?.email)).json).toEqual([last]);
		expect(platform.asked).toHaveLength(3);
	});

	it('reads the list once for a hundred items', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'meta', perPage: 10 });
		const input = Array.from({ length: 100 }, (_, index) => {
			const { email, id } = platform.sandbox.people[(index * 7) % 25] ?? user({});
			return index % 2 === 0
				? { how: 'email', what: email.toUpperCase() }
				: { how: 'id', what: id };
		});
		const run = await platform.run(
			'get',
			by('={{ $json.how }}', '={{ $json.what }}', { options: { concurrency: 5 } }),
			{ input },
		);
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(input.map((_, index) => 1001 + ((index * 7) % 25)));
		expect(paired(run)).toEqual(input.map((_, item) => ({ item })));
		expect([...platform.asked].sort()).toEqual([LIST, `${LIST}?page=2`, `${LIST}?page=3`]);
	});

	it.each([
		['id', '77', "there is no user with the ID '77'"],
		['id', '01003', "there is no user with the ID '01003'"],
		['id', '100', "there is no user with the ID '100'"],
		['email', 'who@example.com', "there is no user with the e-mail 'who@example.com'"],
		['email', 'example.net@x', "there is no user with the e-mail 'example.net@x'"],
	])('says who was not found: %s %s', async (mode, value, words) => {
		const run = await get(mode, value);
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			`Autocalls: ${words}. Check the value in 'User', and that the credential belongs to the right account.`,
		);
	});

	it('leaves the other items as they are where one is not found', async () => {
		const input = [{ id: 1001 }, { id: 77 }, { id: 1002 }];
		const run = await platform.run('get', by('id', '={{ $json.id }}'), {
			input,
			onError: 'continueRegularOutput',
		});
		expect(run.json).toMatchObject([{ id: 1001 }, { error: expect.any(String) }, { id: 1002 }]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(platform.asked).toEqual([LIST]);
	});

	it('does not choose between two users with one e-mail, but finds each by id', async () => {
		platform.populate({ id: 1, email: 'Twin@example.com' }, { id: 2, email: 'twin@example.com' });
		const run = await get('email', 'TWIN@example.com');
		expect(errorWords(run.error)).toBe(
			"Autocalls: 2 users have the e-mail 'TWIN@example.com' (IDs 1, 2). Choose the user by ID.",
		);
		expect(ids(await get('id', '2'))).toEqual([2]);
	});

	it.each([
		[
			'email',
			'={{ "" }}',
			"'User' is empty. Enter a value for 'User'. If it is an expression, check that it returns one for this item.",
		],
		['email', '={{ $json.missing }}', "'User' is empty."],
		['id', '   ', "'User' is empty."],
		['name', 'Anna', "'User' can't be chosen by 'name': use id or email."],
		['id', '={{ [1001] }}', "'User' must be text, not a list."],
	])('by %s %j is an error before anything is sent', async (mode, value, message) => {
		const run = await get(mode, value);
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toEqual(begins(message));
		expect(platform.asked).toEqual([]);
	});

	it('reads a list that fails only once, whatever the number of items', async () => {
		platform.sandbox.faults.always({ kind: 'status', status: 500 });
		const run = await platform.run('get', by('id', '1001', { options: { retries: 0 } }), {
			input: [{}, {}, {}],
			onError: 'continueRegularOutput',
		});
		expect(platform.asked).toEqual([LIST]);
		expect(run.json).toEqual(
			Array(3).fill({
				error:
					'Autocalls: Server Error (HTTP 500). Autocalls failed to process the request. Try again later.',
			}),
		);
	});
});
