import { errorWords, testCredential } from '../../harness';
import { Voximplant } from '../../../nodes/Voximplant/Voximplant.node';
import { at, VoximplantFixture, by, ids, paired, PASSWORD } from './fixture';

const fixture = new VoximplantFixture(10);

describe('the credential of Voximplant', () => {
	it('is told good from bad when it is saved', async () => {
		const good = await testCredential('voximplantApi', fixture.sandbox.credentials);
		expect(good).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(fixture.calls).toEqual(['GetAccountInfo']);
		const bad = await testCredential('voximplantApi', fixture.sandbox.wrongCredentials);
		expect(bad).toMatchObject({ status: 'Error', message: expect.stringContaining('433') });
		const none = await testCredential('voximplantApi', {
			...fixture.sandbox.credentials,
			serviceAccount: '',
		});
		expect(none).toMatchObject({ status: 'Error' });
	});

	it('is refused in Voximplant’s words when it is wrong, on each item', async () => {
		const credentials = { voximplantApi: fixture.sandbox.wrongCredentials };
		const run = await fixture.getAll({}, { credentials });
		expect(run.error).toMatchObject({
			message: 'Voximplant: Invalid key id (code 433).',
			description:
				'Check the credential: paste the whole credentials.json of the service account again.',
			httpCode: '200',
			context: { itemIndex: 0 },
		});
		expect(fixture.calls).toHaveLength(1);
		const input = [{}, {}];
		const on = await fixture.getAll({}, { credentials, input, onError: 'continueRegularOutput' });
		expect(on.json.map(({ error }) => error)).toEqual([
			errorWords(run.error),
			errorWords(run.error),
		]);
		expect(paired(on)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it.each([
		[{ serviceAccount: 'hello' }, /"Service Account" holds/],
		[
			{ serviceAccount: '{"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEv"}' },
			/"Service Account" holds/,
		],
		[{ childAccountId: 'x1' }, /"Child Account ID" must be the number/],
		[{ baseUrl: 'http://api.voximplant.com/platform_api' }, /Base URL/],
	])('is refused before anything is sent where it holds %j', async (changes, message) => {
		const voximplantApi = { ...fixture.sandbox.credentials, ...changes };
		const run = await fixture.getAll({}, { credentials: { voximplantApi } });
		expect(errorWords(run.error)).toMatch(message);
		expect(fixture.calls).toEqual([]);
	});

	it('has to be there', async () => {
		const run = await fixture.getAll({}, { credentials: {} });
		expect(errorWords(run.error)).toMatch(/credential/i);
		expect(fixture.calls).toEqual([]);
	});

	it('acts for a child account', async () => {
		const credentials = { voximplantApi: fixture.sandbox.childCredentials };
		const child = at(fixture.sandbox.children, 0);
		const application = by('name', at(child.applications, 0).application_name);
		const run = await fixture.getAll({ application }, { credentials });
		expect(ids(run).sort()).toEqual(child.people.map(({ user_id }) => user_id).sort());
	});

	it('stays hidden where Voximplant echoes it, with the token and the password', async () => {
		await fixture.getAll();
		const token = at(fixture.sandbox.log, 0).headers.authorization ?? '';
		const key = fixture.sandbox.privateKey;
		const spellings = [key, JSON.stringify(key), key.replace(/\s+/g, ' '), key.split('\n')[5]];
		for (const secret of [token, token.slice(7), PASSWORD, ...spellings]) {
			const body = { error: { code: 3, msg: `no: ${secret} is wrong` } };
			fixture.sandbox.faults.next({ kind: 'body', body });
			const run = await fixture.create();
			expect(errorWords(run.error)).toMatch(/^Voximplant: no: .*\[hidden\]/s);
		}
		const user = by('id', at(fixture.sandbox.people, 0).user_id);
		const body = { error: { code: 3, msg: `no: ${PASSWORD}` } };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const update = await fixture.update({ userPassword: PASSWORD }, { user });
		expect(errorWords(update.error)).toMatch(/^Voximplant: no: \[hidden\]/);
		const result = [{ ...fixture.raw(at(fixture.sandbox.people, 0)), user_custom_data: token }];
		fixture.sandbox.faults.next({ kind: 'body', body: { result, total_count: 1, count: 1 } });
		const run = await fixture.getAll({ output: 'raw' });
		expect(run.json).toMatchObject([{ user_custom_data: '[hidden]' }]);
	});

	it('hides nothing of it that is no secret', async () => {
		const { credentials, keyId } = fixture.sandbox;
		const account_email = 'integrations@a-rather-long-name.example.com';
		const file = JSON.parse(String(credentials.serviceAccount)) as object;
		const serviceAccount = JSON.stringify({ ...file, account_email });
		const user = at(fixture.expected(), 0);
		user.user_custom_data = `made by ${account_email} with ${keyId}`;
		const voximplantApi = { ...credentials, serviceAccount };
		const run = await fixture.getAll(
			{ output: 'raw', limit: 1 },
			{ credentials: { voximplantApi } },
		);
		expect(run.json).toEqual([fixture.raw(user)]);
	});

	it.each([
		['the file as an object', (text: string): unknown => JSON.parse(text)],
		['a bare key', (text: string) => (JSON.parse(text) as { private_key: string }).private_key],
	])('may be %s, which stays hidden as well', async (_what, formOf) => {
		const { credentials, keyId, accountId, privateKey } = fixture.sandbox;
		const serviceAccount = formOf(String(credentials.serviceAccount));
		const own = { accountId: String(accountId), keyId, serviceAccount };
		const voximplantApi = { ...credentials, ...own };
		const msg = `no: ${privateKey.split('\n')[3]}`;
		fixture.sandbox.faults.next({ kind: 'body', body: { error: { code: 3, msg } } });
		const echoed = await fixture.getAll({}, { credentials: { voximplantApi } });
		expect(errorWords(echoed.error)).toContain('Voximplant: no: [hidden] (code 3).');
		const run = await fixture.getAll({}, { credentials: { voximplantApi } });
		expect(run.items).toHaveLength(10);
	});

	it('serves agents too', () => {
		expect(new Voximplant().description.usableAsTool).toBe(true);
	});
});
