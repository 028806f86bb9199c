import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { everythingSaved } from '../noSecrets';
import { type More, paired, TOKEN, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const password = 'correct+horse/battery&"ätaple';
const REGISTER = 'POST /white-label/register';
const LIST = 'GET /white-label/users';
const nathan = { name: 'Nathan Smith', email: 'Nathan+new@example.com', password };

const register = async (given: INodeParameters = {}, more: More = {}) =>
	await platform.run('register', { ...nathan, ...given }, more);
const newest = () => platform.sandbox.people.at(-1);

describe('register', () => {
	it('creates the user with all that was entered, in one request', async () => {
		const run = await register({ additionalFields: { timezone: 'America/New_York' } });
		expect(run.error).toBeUndefined();
		expect(platform.asked).toEqual([REGISTER]);
		expect(platform.written).toEqual([{ ...nathan, timezone: 'America/New_York' }]);
		expect(newest()).toMatchObject({ id: 1026, name: nathan.name, email: nathan.email });
		expect(run.items).toEqual([
			{
				json: {
					id: 1026,
					name: 'Nathan Smith',
					email: 'Nathan+new@example.com',
					created: true,
					token: expect.stringMatching(TOKEN),
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(run.hints).toEqual([]);
	});

	it.each(['', '\u00a0', '={{ $json.missing }}', '={{ null }}'])(
		'sends no time zone where it is empty: %j',
		async (timezone) => {
			await register({ additionalFields: { timezone } });
			expect(platform.written).toEqual([nathan]);
		},
	);

	it("raw is the provider's answer as it is", async () => {
		const run = await register({ output: 'raw' });
		expect(run.json).toEqual([
			{
				message: 'Registration successful.',
				user: { id: 1026, name: nathan.name, email: nathan.email },
				token: expect.stringMatching(TOKEN),
			},
		]);
	});

	it.each(['simplified', 'raw'])('keeps the token out of %s where it is off', async (output) => {
		const run = await register({ output, options: { includeToken: false } });
		const user = { id: 1026, name: nathan.name, email: nathan.email };
		expect(run.json).toEqual([
			output === 'raw' ? { message: 'Registration successful.', user } : { ...user, created: true },
		]);
		expect(everythingSaved(run)).not.toMatch(TOKEN);
	});

	it.each([{}, { token: null }])('has no token where the answer has none: %j', async (given) => {
		const body = { message: 'Registration successful.', user: { id: 9, name: 'N' }, ...given };
		platform.sandbox.faults.next({ kind: 'body', status: 201, body });
		const run = await register();
		expect(run.json).toStrictEqual([{ id: 9, name: 'N', email: null, created: true }]);
	});

	it('trims name and e-mail, but not the password', async () => {
		const spaced = { name: '  Nathan ', email: ' nathan@example.net\n', password: '  12345678 ' };
		await register(spaced);
		expect(platform.written).toEqual([
			{ name: 'Nathan', email: 'nathan@example.net', password: '  12345678 ' },
		]);
	});

	it.each<[string, INodeParameters, string]>([
		['a short password', { password: 'short12' }, "'Password' is too short: it needs at least 8"],
		['a password of four emoji', { password: '😀😀😀😀' }, "'Password' is too short: it needs at"],
		['an empty password', { password: '={{ "" }}' }, "'Password' is empty."],
		['a password that is a number', { password: '={{ 1234567890 }}' }, "'Password' must be text"],
		['an empty e-mail', { email: '={{ $json.missing }}' }, "'Email' is empty."],
		['half an e-mail', { email: 'nathan@' }, "'Email' is not an e-mail address: 'nathan@'."],
		['two e-mails', { email: 'a@b.co c@d.co' }, "'Email' is not an e-mail address"],
		['an empty name', { name: '={{ " " }}' }, "'Name' is empty."],
		['an unknown choice', { options: { ifUserExists: '={{ "hope" }}' } }, "'If User Exists' must"],
		[
			'a token switch of no kind',
			{ options: { includeToken: '={{ 3 }}' } },
			"'Include Token' must",
		],
	])('with %s is an error, and nothing is sent', async (_what, given, words) => {
		const run = await register(given);
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)?.slice(0, words.length)).toBe(words);
		expect(run.error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
		expect(platform.asked).toEqual([]);
	});

	it.each(['name', 'email', 'password'])('without %s is stopped by n8n', async (field) => {
		const run = await register({ [field]: '' });
		expect(run.run.status).toBe('error');
		expect(run.items).toEqual([]);
		expect(platform.asked).toEqual([]);
	});

	it("tells the provider's own reasons, field by field, and hides a password in them", async () => {
		const body = {
			message: 'The given data was invalid.',
			errors: {
				password: [`The password ${password} has appeared in a data leak.`, 'Choose another.'],
				timezone: ['The timezone field must be a valid timezone.'],
			},
		};
		platform.sandbox.faults.next({ kind: 'body', status: 422, body });
		const run = await register();
		expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '422' });
		expect(errorWords(run.error)).toBe(
			'Autocalls: password: The password [hidden] has appeared in a data leak. Choose another.; timezone: The timezone field must be a valid timezone (HTTP 422). Correct the field that the message names.',
		);
	});

	it('does not affect the other items where one is refused', async () => {
		const taken = platform.sandbox.people[4]?.email;
		const run = await register(
			{ email: '={{ $json.email }}' },
			{
				input: [{ email: 'a@example.net' }, { email: taken }, { email: 'b@example.net' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(run.json).toMatchObject([
			{ email: 'a@example.net', created: true },
			{
				error:
					"Autocalls: email: The email has already been taken (HTTP 422). Choose another e-mail address, or set 'If User Exists' under Options to 'Return Existing User'.",
			},
			{ email: 'b@example.net', created: true },
		]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(platform.asked).toEqual([REGISTER, REGISTER, REGISTER]);
	});
});

describe('register in the shape of a user', () => {
	const input = ['ann', 'Bob', 'cy'].map((name) => ({ name, email: `${name}@example.net` }));
	const all = { name: '={{ $json.name }}', email: '={{ $json.email }}' };

	it('reads all of them back in one walk, after the last was written', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'laravel', perPage: 10 });
		const run = await register({ ...all, output: 'unified' }, { input });
		expect(run.error).toBeUndefined();
		expect(platform.asked.slice(0, 3)).toEqual([REGISTER, REGISTER, REGISTER]);
		const pages = [LIST, `${LIST}?page=2`, `${LIST}?page=3`];
		expect([...platform.asked.slice(3)].sort()).toEqual(pages);
		expect(run.json).toMatchObject([
			{ id: '1026', displayName: 'ann', email: 'ann@example.net', provider: 'autocalls' },
			{ id: '1027', displayName: 'Bob', email: 'bob@example.net', provider: 'autocalls' },
			{ id: '1028', displayName: 'cy', email: 'cy@example.net', provider: 'autocalls' },
		]);
		expect(run.json.map(({ createdAt }) => createdAt)).not.toContain(null);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(everythingSaved(run)).not.toMatch(TOKEN);
	});

	it('is a SCIM user, too', async () => {
		const { json } = await register({ output: 'scim' });
		expect(json).toMatchObject([{ id: '1026', externalId: 'autocalls:1026' }]);
		expect(platform.asked).toEqual([REGISTER, LIST]);
	});

	it('or the selected fields', async () => {
		const run = await register({ output: 'selected', fields: ['minutes_balance', 'id', 'phone'] });
		expect(run.json).toEqual([{ minutes_balance: 0, id: 1026, phone: null }]);
	});

	it('says that the user is there where only the reading back fails', async () => {
		platform.sandbox.faults.always(
			{ kind: 'status', status: 403, body: { error: 'No.' } },
			({ method }) => method === 'GET',
		);
		const run = await register({ output: 'unified' });
		expect(run.error).toMatchObject({ httpCode: '403', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			"Autocalls: the user with the e-mail 'Nathan+new@example.com' was registered, but could not be read back: No (HTTP 403). Don't run this again for the same user. Get the user instead, or choose 'Simplified' as the output.",
		);
		expect(platform.asked).toEqual([REGISTER, LIST]);
	});

	it.each(['selected', 'vcard'])('that is no shape sends nothing: %s', async (output) => {
		const run = await register({ output: `={{ "${output}" }}`, fields: [] });
		expect(errorWords(run.error)).toMatch(/^'(Output|Fields)' /);
		expect(platform.asked).toEqual([]);
	});
});
