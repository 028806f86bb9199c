import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../../sandbox';
import { begins } from '../begins';
import { everythingSaved } from '../noSecrets';
import { type More, TOKEN, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture(3);
const CREATE = 'POST /white-label/token';
const LIST = 'GET /white-label/users';

const by = (mode: string, value: string) => ({ user: { __rl: true, mode, value } });
const createToken = async (given: INodeParameters = {}, more: More = {}) =>
	await platform.run('createToken', { ...by('id', '1002'), ...given }, more);
const token = expect.stringMatching(TOKEN);

describe('createToken', () => {
	it('gives a token of the name that was entered', async () => {
		const { name, email } = platform.sandbox.people[1] ?? {};
		const run = await createToken({ tokenName: ' CRM & sync ' });
		expect(run.items).toEqual([
			{
				json: { id: 1002, name, email, token, token_name: 'CRM & sync' },
				pairedItem: { item: 0 },
			},
		]);
		expect(platform.asked).toEqual([CREATE]);
		expect(platform.written).toEqual([{ user_id: 1002, token_name: 'CRM & sync' }]);
	});

	it('sends no name where none was entered', async () => {
		const run = await createToken({ tokenName: '' });
		expect(platform.written).toEqual([{ user_id: 1002 }]);
		expect(run.json).toMatchObject([{ token_name: 'api-token' }]);
	});

	it('names the user by e-mail, without a look-up', async () => {
		const email = platform.sandbox.people[2]?.email ?? '';
		const run = await createToken(by('email', email.toUpperCase()));
		expect(run.json).toMatchObject([{ id: 1003, email, token }]);
		expect(platform.written).toEqual([{ email: email.toUpperCase() }]);
		expect(platform.asked).toEqual([CREATE]);
	});

	it("raw is the provider's answer as it is", async () => {
		const { name, email } = platform.sandbox.people[1] ?? {};
		expect((await createToken({ output: 'raw' })).json).toEqual([
			{
				message: 'Token created successfully.',
				user: { id: 1002, name, email },
				token,
				token_name: 'api-token',
			},
		]);
	});

	it('gives each item a token of its own', async () => {
		const run = await createToken(by('id', '={{ $json.id }}'), {
			input: [{ id: 1001 }, { id: 1003 }, { id: 1001 }],
		});
		expect(run.json.map(({ id }) => id)).toEqual([1001, 1003, 1001]);
		expect(new Set(run.json.map((json) => json.token)).size).toBe(3);
	});

	it('in the shape of a user reads back once, and shows no token', async () => {
		const run = await createToken(
			{ ...by('id', '={{ $json.id }}'), output: 'scim' },
			{ input: [{ id: 1001 }, { id: 1003 }] },
		);
		expect(run.json).toMatchObject([{ id: '1001' }, { id: '1003' }]);
		expect(platform.asked).toEqual([CREATE, CREATE, LIST]);
		expect(everythingSaved(run)).not.toMatch(TOKEN);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'an id that is a word',
			by('id', 'all'),
			"'User' must be an ID made of digits only, not 'all'.",
		],
		['an empty user', by('id', '={{ "" }}'), "'User' is empty."],
		[
			'a name that is a list',
			{ tokenName: '={{ [1] }}' },
			"'Token Name' must be text, not a list.",
		],
		['no field to select', { output: 'selected' }, "'Fields' is empty: choose at least one."],
	])('with %s is an error, and nothing is sent', async (_what, given, message) => {
		const run = await createToken(given);
		expect(run.error).toMatchObject({ name: 'NodeOperationError', message: begins(message) });
		expect(platform.asked).toEqual([]);
	});

	it("is not run where n8n's Retry On Fail would repeat it: nothing is sent", async () => {
		const run = await createToken({}, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			"'Retry On Fail' is on in the node's settings. It would repeat operations that already succeeded. Turn it off for this operation. The node retries requests itself where that is safe.",
		);
		expect(platform.asked).toEqual([]);
	});

	it('names the user that it did not find', async () => {
		const run = await createToken(by('email', 'who@example.com'));
		expect(errorWords(run.error)).toContain(
			"there is no such user: the user with the e-mail 'who@example.com'",
		);
	});

	it.each<Fault>([
		{ kind: 'applyThen', applyThen: 'resetInBody' },
		{ kind: 'applyThen', applyThen: '500' },
		{ kind: 'applyThen', applyThen: 'malformed' },
		{ kind: 'reset' },
		{ kind: 'body', body: { message: 'Token created successfully.', token: '' } },
	])('of unknown outcome is never repeated: %j', async (fault) => {
		platform.sandbox.faults.next(fault);
		const run = await createToken();
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toMatch(
			/^Autocalls: .+\. Whether it was carried out is unknown\. A token may exist for the user with the ID '1002': check in Autocalls before you run this again\.$/,
		);
		expect(platform.asked).toEqual([CREATE]);
	});
});
