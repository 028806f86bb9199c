import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { type More, ids, paired, TOKEN, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const REGISTER = 'POST /white-label/register';
const LIST = 'GET /white-label/users';

const register = async (given: INodeParameters = {}, more: More = {}) =>
	await platform.run(
		'register',
		{
			name: 'Somebody',
			email: '={{ $json.email }}',
			password: 'correct horse',
			...given,
			options: { ifUserExists: 'returnExisting', ...(given.options as INodeParameters) },
		},
		more,
	);
const items = (...emails: string[]) => emails.map((email) => ({ email }));
const emailOf = (index: number) => platform.sandbox.people[index]?.email ?? '';

describe('Return Existing User', () => {
	it('creates a new user without a look-up', async () => {
		const run = await register({}, { input: items('new@example.net') });
		expect(run.json).toEqual([
			{
				id: 1026,
				name: 'Somebody',
				email: 'new@example.net',
				created: true,
				token: expect.stringMatching(TOKEN),
			},
		]);
		expect(platform.asked).toEqual([REGISTER]);
	});

	it('gives the user who was there before, unchanged and without a token', async () => {
		const [, second] = platform.sandbox.people;
		const before = { ...second };
		const run = await register({}, { input: items(emailOf(1).toUpperCase()) });
		expect(run.items).toEqual([
			{
				json: { id: 1002, name: before.name, email: before.email, created: false },
				pairedItem: { item: 0 },
			},
		]);
		expect(platform.sandbox.people[1]).toEqual(before);
		expect(platform.sandbox.people).toHaveLength(25);
		expect(platform.asked).toEqual([REGISTER, LIST]);
		expect(run.hints).toEqual([]);
	});

	it.each([
		['raw', { id: 1002, minutes_balance: expect.any(Number) }],
		['unified', { id: '1002', provider: 'autocalls', role: null }],
		['scim', { id: '1002', externalId: 'autocalls:1002' }],
		['selected', { created_at: expect.stringContaining('Z') }],
	])('gives that user as %s', async (output, expected) => {
		const given = { output, fields: ['created_at'] };
		const run = await register(given, { input: items(emailOf(1)) });
		expect(run.json).toMatchObject([expected]);
		expect(run.json[0]).not.toHaveProperty('created');
	});

	it('creates one of two items with the same address and gives it for the other', async () => {
		const run = await register({}, { input: items('twin@example.net', 'Twin@example.net') });
		expect(run.json).toEqual([
			expect.objectContaining({ id: 1026, created: true }),
			{ id: 1026, name: 'Somebody', email: 'twin@example.net', created: false },
		]);
		expect(platform.asked).toEqual([REGISTER, REGISTER, LIST]);
	});

	it('needs one walk for two hundred items, and writes each once', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'laravel', perPage: 50 });
		const input = Array.from({ length: 200 }, (_, index) => {
			const there = index % 4 === 0 ? emailOf(index % 25) : '';
			return { email: there || `new${Math.floor(index / 2)}@example.net` };
		});
		const run = await register({ options: { concurrency: 4 } }, { input });
		expect(run.error).toBeUndefined();
		expect(run.json.map(({ email }) => String(email).toLowerCase())).toEqual(
			input.map(({ email }) => email.toLowerCase()),
		);
		expect(paired(run)).toEqual(input.map((_, item) => ({ item })));
		const distinct = new Set(input.map(({ email }) => email)).size;
		const created = run.json.filter((json) => json.created === true);
		expect(created).toHaveLength(distinct - 25);
		expect(new Set(ids(run)).size).toBe(distinct);

		expect(platform.asked.filter((line) => line === REGISTER)).toHaveLength(200);
		const pages = Math.ceil((25 + created.length) / 50);
		expect(platform.asked.filter((line) => line.startsWith(LIST))).toHaveLength(pages);
		expect(platform.asked.slice(0, 200)).toEqual(Array(200).fill(REGISTER));
	});

	it('knows several who were there by one walk', async () => {
		const run = await register({}, { input: items(emailOf(0), 'new@example.net', emailOf(24)) });
		expect(run.json).toMatchObject([
			{ id: 1001, created: false },
			{ id: 1026, created: true },
			{ id: 1025, created: false },
		]);
		expect(platform.asked).toEqual([REGISTER, REGISTER, REGISTER, LIST]);
	});

	it('is no way around a 422 for another field', async () => {
		// A zone that this machine knows, and Autocalls doesn't.
		const errors = { timezone: ['The timezone field must be a valid timezone.'] };
		platform.sandbox.faults.next({ kind: 'body', status: 422, body: { errors } });
		const given = { additionalFields: { timezone: 'Etc/GMT+5' } };
		const run = await register(given, { input: items('new@example.net') });
		expect(errorWords(run.error)).toBe(
			'Autocalls: timezone: The timezone field must be a valid timezone (HTTP 422). Correct the field that the message names.',
		);
		expect(platform.asked).toEqual([REGISTER]);
	});

	it('is no way around an address that the provider does not take', async () => {
		const run = await register({}, { input: items('somebody@localhost') });
		expect(errorWords(run.error)).toBe(
			'Autocalls: email: The email field must be a valid email address (HTTP 422). Correct the field that the message names.',
		);
		expect(platform.asked).toEqual([REGISTER, LIST]);
	});

	it('is no way around a refusal of another kind', async () => {
		const body = { message: 'This email may not register.' };
		platform.sandbox.faults.next({ kind: 'body', status: 403, body });
		const run = await register({}, { input: items(emailOf(1)) });
		expect(run.error).toMatchObject({ httpCode: '403' });
		expect(platform.asked).toEqual([REGISTER]);
	});

	it('also knows the refusal where it names no field', async () => {
		const body = { message: 'The email has already been taken.' };
		platform.sandbox.faults.next({ kind: 'body', status: 422, body });
		const run = await register({}, { input: items(emailOf(1)) });
		expect(run.json).toMatchObject([{ id: 1002, created: false }]);
	});

	it.each([
		{ error: 'The email has already been taken.' },
		{ errors: { email: ['already exists'] } },
	])('takes a taken address inside HTTP 200 for a refusal: %j', async (body) => {
		const input = items(emailOf(1));
		platform.sandbox.faults.next({ kind: 'body', body });
		expect((await register({}, { input })).json).toMatchObject([{ id: 1002, created: false }]);
		platform.sandbox.faults.next({ kind: 'body', body });
		const run = await register({ options: { ifUserExists: 'fail' } }, { input });
		expect(errorWords(run.error)).toMatch(/already .*'Return Existing User'\.$/);
	});

	it('fails on its own item where the list cannot be read', async () => {
		platform.sandbox.faults.always(
			{ kind: 'status', status: 403 },
			({ method }) => method === 'GET',
		);
		const run = await register(
			{},
			{ input: items('new@example.net', emailOf(1)), onError: 'continueRegularOutput' },
		);
		expect(run.json).toMatchObject([
			{ created: true },
			{ error: expect.stringMatching(/HTTP 403/) },
		]);
		expect(platform.asked).toEqual([REGISTER, REGISTER, LIST]);
	});
});

describe('Fail', () => {
	it.each([{ options: { ifUserExists: 'fail' } }, { options: {} }])(
		'%j is an error',
		async (given) => {
			const run = await platform.run('register', {
				name: 'Somebody',
				email: emailOf(1),
				password: 'correct horse',
				...given,
			});
			expect(run.error).toMatchObject({ httpCode: '422', context: { itemIndex: 0 } });
			expect(errorWords(run.error)).toBe(
				"Autocalls: email: The email has already been taken (HTTP 422). Choose another e-mail address, or set 'If User Exists' under Options to 'Return Existing User'.",
			);
			expect(platform.asked).toEqual([REGISTER]);
		},
	);
});
