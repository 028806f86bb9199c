import { testCredential } from '../../harness';
import { Voximplant } from '../../../nodes/Voximplant/Voximplant.node';
import { at, Bench, by, ids, paired, PASSWORD } from './bench';

const bench = new Bench(10);

describe('the credential of Voximplant', () => {
	it('is told good from bad when it is saved', async () => {
		const good = await testCredential('voximplantApi', bench.sandbox.credentials);
		expect(good).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(bench.calls).toEqual(['GetAccountInfo']);
		const bad = await testCredential('voximplantApi', bench.sandbox.wrongCredentials);
		expect(bad).toMatchObject({ status: 'Error', message: expect.stringContaining('433') });
		const none = await testCredential('voximplantApi', {
			...bench.sandbox.credentials,
			serviceAccount: '',
		});
		expect(none).toMatchObject({ status: 'Error' });
	});

	it('is refused in Voximplant’s words when it is wrong, on each item', async () => {
		const credentials = { voximplantApi: bench.sandbox.wrongCredentials };
		const run = await bench.getAll({}, { credentials });
		expect(run.error).toMatchObject({
			message:
				'Voximplant: Invalid key id (HTTP 200, code 433). Check the credential: paste the whole credentials.json of the service account again.',
			httpCode: '200',
			context: { itemIndex: 0 },
		});
		expect(bench.calls).toHaveLength(1);
		const input = [{}, {}];
		const on = await bench.getAll({}, { credentials, input, onError: 'continueRegularOutput' });
		expect(on.json.map(({ error }) => error)).toEqual([run.error?.message, run.error?.message]);
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
		const voximplantApi = { ...bench.sandbox.credentials, ...changes };
		const run = await bench.getAll({}, { credentials: { voximplantApi } });
		expect(run.error?.message).toMatch(message);
		expect(bench.calls).toEqual([]);
	});

	it('has to be there', async () => {
		const run = await bench.getAll({}, { credentials: {} });
		expect(run.error?.message).toMatch(/credential/i);
		expect(bench.calls).toEqual([]);
	});

	it('acts for a child account', async () => {
		const credentials = { voximplantApi: bench.sandbox.childCredentials };
		const child = at(bench.sandbox.children, 0);
		const application = by('name', at(child.applications, 0).application_name);
		const run = await bench.getAll({ application }, { credentials });
		expect(ids(run).sort()).toEqual(child.people.map(({ user_id }) => user_id).sort());
	});

	it('stays hidden where Voximplant echoes it, with the token and the password', async () => {
		await bench.getAll();
		const token = at(bench.sandbox.log, 0).headers.authorization ?? '';
		const key = bench.sandbox.privateKey;
		const spellings = [key, JSON.stringify(key), key.replace(/\s+/g, ' '), key.split('\n')[5]];
		for (const secret of [token, token.slice(7), PASSWORD, ...spellings]) {
			const body = { error: { code: 3, msg: `no: ${secret} is wrong` } };
			bench.sandbox.faults.next({ kind: 'body', body });
			const run = await bench.create();
			expect(run.error?.message).toMatch(/^Voximplant: no: .*\[hidden\]/s);
		}
		const user = by('id', at(bench.sandbox.people, 0).user_id);
		const body = { error: { code: 3, msg: `no: ${PASSWORD}` } };
		bench.sandbox.faults.next({ kind: 'body', body });
		const update = await bench.update({ userPassword: PASSWORD }, { user });
		expect(update.error?.message).toMatch(/^Voximplant: no: \[hidden\]/);
		const result = [{ ...bench.raw(at(bench.sandbox.people, 0)), user_custom_data: token }];
		bench.sandbox.faults.next({ kind: 'body', body: { result, total_count: 1, count: 1 } });
		const run = await bench.getAll({ output: 'raw' });
		expect(run.json).toMatchObject([{ user_custom_data: '[hidden]' }]);
	});

	it('hides nothing of it that is no secret', async () => {
		const { credentials, keyId } = bench.sandbox;
		const account_email = 'integrations@a-rather-long-name.example.com';
		const file = JSON.parse(String(credentials.serviceAccount)) as object;
		const serviceAccount = JSON.stringify({ ...file, account_email });
		const user = at(bench.expected(), 0);
		user.user_custom_data = `made by ${account_email} with ${keyId}`;
		const voximplantApi = { ...credentials, serviceAccount };
		const run = await bench.getAll({ output: 'raw', limit: 1 }, { credentials: { voximplantApi } });
		expect(run.json).toEqual([bench.raw(user)]);
	});

	it.each([
		['the file as an object', (text: string): unknown => JSON.parse(text)],
		['a bare key', (text: string) => (JSON.parse(text) as { private_key: string }).private_key],
	])('may be %s, which stays hidden as well', async (_what, formOf) => {
		const { credentials, keyId, accountId, privateKey } = bench.sandbox;
		const serviceAccount = formOf(String(credentials.serviceAccount));
		const own = { accountId: String(accountId), keyId, serviceAccount };
		const voximplantApi = { ...credentials, ...own };
		const msg = `no: ${privateKey.split('\n')[3]}`;
		bench.sandbox.faults.next({ kind: 'body', body: { error: { code: 3, msg } } });
		const echoed = await bench.getAll({}, { credentials: { voximplantApi } });
		expect(echoed.error?.message).toContain('Voximplant: no: [hidden] (HTTP 200, code 3).');
		const run = await bench.getAll({}, { credentials: { voximplantApi } });
		expect(run.items).toHaveLength(10);
	});

	it('serves agents too', () => {
		expect(new Voximplant().description.usableAsTool).toBe(true);
	});
});
