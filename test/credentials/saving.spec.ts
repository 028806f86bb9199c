import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { testCredential } from '../harness';
import { credentialsJson, pkcs8 } from './keys';
import { credentialsOnly, Wire, type Arrived, type Reply } from './wire';

let wire: Wire;
beforeEach(async () => {
	wire = await Wire.open();
});
afterEach(async () => await wire.close());

const apiKey = '7776461cd931e7b1c8e9632ff8e979ce';
const json = (body: unknown, status = 200): Reply => ({ status, body });
const webPage: Reply = { body: '<!doctype html><title>Welcome</title>' };

/** What n8n says when the user saves the credential, which never holds what is secret in it. */
async function save(type: string, data: ICredentialDataDecryptedObject, answer: Reply = webPage) {
	wire.answer = () => answer;
	const { status, message } = await testCredential(type, data, { from: credentialsOnly });
	for (const secret of [apiKey, pkcs8().slice(30, 90), 'pa55word']) {
		expect(message).not.toContain(secret);
	}
	return status === 'OK' ? status : message;
}

const autocalls = (changes = {}) => ({ apiKey, baseUrl: `${wire.url}/api/`, ...changes });
const quo = (changes = {}) => ({ apiKey, baseUrl: `${wire.url}/v1/`, ...changes });
const voximplant = (changes = {}) => ({
	serviceAccount: credentialsJson(),
	baseUrl: `${wire.url}/platform_api/`,
	...changes,
});
const worksection = (changes = {}) => ({
	accountUrl: `${wire.url}/api/admin/v2/`,
	apiKey,
	signature: 'md5',
	...changes,
});
const sent = ({ method, path, query }: Arrived) => `${method} ${path}?${query}`;

describe('saving an Autocalls credential', () => {
	const me = json({ name: 'Ann', email: 'ann@example.com', total_balance: 4 });

	it('asks who the key belongs to', async () => {
		expect(await save('autocallsApi', autocalls(), me)).toBe('OK');
		expect(sent(wire.last)).toBe('GET /api/user/me?');
		expect(wire.last.headers.authorization).toBe(`Bearer ${apiKey}`);
	});

	it.each([
		['a wrong key', json({ message: 'Unauthenticated.' }, 401), /401 Unauthorized/],
		['a wrong path', json({ message: 'Not Found' }, 404), /404 Not Found.*ends in \/api/],
		['a server that is down', json({}, 503), /Service Unavailable/],
		['a web page', webPage, /not as the Autocalls API does/],
		['an error inside HTTP 200', json({ error: 'no' }), /not as the Autocalls API does/],
	])('fails on %s', async (_what, answer, reason) => {
		expect(await save('autocallsApi', autocalls(), answer)).toMatch(reason);
	});
});

describe('saving a Quo credential', () => {
	it('asks for one user', async () => {
		const users = json({ data: [], totalItems: 0, nextPageToken: null });
		expect(await save('quoApi', quo(), users)).toBe('OK');
		expect(sent(wire.last)).toBe('GET /v1/users?maxResults=1');
		expect(wire.last.headers.authorization).toBe(apiKey);
	});

	it.each([
		['a wrong key', json({ error: { message: 'Unauthorized' } }, 401), /401 Unauthorized/],
		['a key without rights', json({ message: 'Forbidden' }, 403), /403 Forbidden/],
		['a wrong path', json({ message: 'Not Found' }, 404), /Not Found/],
		['a web page', webPage, /not as the Quo API does/],
	])('fails on %s', async (_what, answer, reason) => {
		expect(await save('quoApi', quo(), answer)).toMatch(reason);
	});
});

/** n8n compares the status alone and shows a fixed text: whose page it is can't be told. */
describe.each([401, 403])('a page with %i of what stands before the provider', (status) => {
	const page = { ...webPage, status };
	const BLAMED = /\bkey\b/;
	const BOTH = /\bkey\b.*, or a proxy or firewall refused the request\./;

	it.each([
		['autocallsApi', autocalls],
		['quoApi', quo],
		['worksectionApi', worksection],
		['voximplantApi', voximplant],
	])('is not blamed on the key of %s alone', async (type, data) => {
		const message = await save(type, data(), page);
		if (BLAMED.test(message)) expect(message).toMatch(BOTH);
	});
});

describe('saving a Voximplant credential', () => {
	const account = json({ result: { account_id: 1234567, active: true }, api_address: 'x' });

	it('asks for the account', async () => {
		expect(await save('voximplantApi', voximplant(), account)).toBe('OK');
		expect(sent(wire.last)).toBe('POST /platform_api/GetAccountInfo?');
		expect(wire.last.headers.authorization).toMatch(/^Bearer eyJ/);
	});

	it.each([
		[100, 'Authorization failed'],
		[104, 'Forbidden command'],
		[115, "The 'account_id' parameter is invalid"],
		[131, 'The account is not activated'],
		[194, "The 'child_account_id' parameter is invalid"],
		[281, 'Account verification required'],
		[282, 'Account verification in progress'],
		[314, 'Concurrent resource limit exceeded'],
		[340, 'Rate limit exceed'],
		[433, 'Invalid key id.'],
		[447, 'Invalid token format.'],
		[454, 'The token TTL exceeds the maximum limit.'],
		[455, 'Token issued in the future.'],
		[456, 'The token has expired.'],
	])('fails on %i inside HTTP 200, with the reason: %s', async (code, msg) => {
		const answer = json({ error: { code, msg } });
		const message = await save('voximplantApi', voximplant(), answer);
		expect(message).toContain(`Voximplant answered ${code}: ${msg}`);
	});

	it.each([
		['any other code', json({ error: { code: 9999, msg: 'x' } })],
		['a list of errors', json({ errors: [{ code: 100, msg: 'x' }] })],
		['a web page', webPage],
		['nothing', json({})],
	])('fails on %s', async (_what, answer) => {
		expect(await save('voximplantApi', voximplant(), answer)).toMatch(/did not return the account/);
	});

	it.each([
		['saved before there was a choice', {}],
		['saved as a private key', { keyForm: 'privateKey' }],
		['saved as a private key, then shown as a file', { keyForm: 'json' }],
	])('acts for the account that was entered with a bare key, %s', async (_when, keyForm) => {
		const bare = { serviceAccount: pkcs8(), accountId: '77', keyId: 'key-1', ...keyForm };
		expect(await save('voximplantApi', voximplant(bare), account)).toBe('OK');
		const [header = '', claims = ''] = (wire.last.headers.authorization ?? '')
			.replace('Bearer ', '')
			.split('.')
			.map((part) => Buffer.from(part, 'base64url').toString());
		expect(JSON.parse(header)).toMatchObject({ kid: 'key-1' });
		expect(JSON.parse(claims)).toMatchObject({ iss: 77 });
	});

	it('fails on what was pasted wrongly, without sending anything', async () => {
		const pasted = voximplant({ serviceAccount: 'pa55word' });
		expect(await save('voximplantApi', pasted, account)).toMatch(/^"Service Account" holds/);
		expect(wire.arrived).toHaveLength(0);
	});
});

describe('saving a Worksection credential', () => {
	const groups = json({ status: 'ok', data: [{ id: 1, title: 'Team' }] });

	it('asks for the teams, signed in the URL', async () => {
		expect(await save('worksectionApi', worksection(), groups)).toBe('OK');
		expect(sent(wire.last)).toMatch(
			/^GET \/api\/admin\/v2\/\?action=get_user_groups&hash=[0-9a-f]{32}$/,
		);
	});

	it('or in a header', async () => {
		const hmac = worksection({ signature: 'hmac' });
		expect(await save('worksectionApi', hmac, json({ status: 'ok' }))).toBe('OK');
		expect(sent(wire.last)).toBe('POST /api/admin/v2/?action=get_user_groups');
		expect(wire.last.headers.authorization).toMatch(/^Admin \d{10}_[0-9a-f]{64}$/);
	});

	it.each([
		['a wrong key', { status_code: 2, message: 'Action hash is missed or invalid' }, /Action hash/],
		['too many requests', { status_code: 1, message: 'Too many requests' }, /Too many requests/],
		['denied access', { status_code: 20, message: 'Access denied' }, /access denied/],
		['any other code', { status_code: 99, message: 'x' }, /refused the request/],
	])('fails on %s inside HTTP 200', async (_what, error, reason) => {
		const answer = json({ status: 'error', ...error });
		expect(await save('worksectionApi', worksection(), answer)).toMatch(reason);
	});

	it.each([
		['a web page', webPage, /not as the Worksection API does/],
		['HTTP 401', json({ status: 'error' }, 401), /Unauthorized/],
	])('fails on %s', async (_what, answer, reason) => {
		expect(await save('worksectionApi', worksection(), answer)).toMatch(reason);
	});
});

const every = [
	{ type: 'autocallsApi', data: autocalls, field: 'baseUrl', name: '"Base URL"' },
	{ type: 'quoApi', data: quo, field: 'baseUrl', name: '"Base URL"' },
	{ type: 'voximplantApi', data: voximplant, field: 'baseUrl', name: '"Base URL"' },
	{ type: 'worksectionApi', data: worksection, field: 'accountUrl', name: '"Account URL"' },
];

describe.each(every)(
	'saving $type with an address that no key may go to',
	({ type, data, field, name }) => {
		it.each([
			['http://example.com', /unencrypted/],
			['https://me:pa55word@example.com', /user name or password/],
			['not an address', /not a URL/],
			['', /is empty/],
		])('%s: says why, and sends nothing', async (address, reason) => {
			const message = await save(type, data({ [field]: address }));
			expect(message).toContain(name);
			expect(message).toMatch(reason);
			expect(wire.arrived).toHaveLength(0);
		});

		it('or without a key: says which field is empty', async () => {
			const field = type === 'voximplantApi' ? 'serviceAccount' : 'apiKey';
			const message = await save(type, data({ [field]: '' }));
			expect(message).toMatch(/"(API Key|Service Account)" (is empty|holds nothing)/);
			expect(wire.arrived).toHaveLength(0);
		});
	},
);

describe.each(every)('saving $type with an address that redirects', ({ type, data, name }) => {
	let other: Wire;
	beforeEach(async () => {
		other = await Wire.open();
		other.answer = () => json({ status: 'ok', data: [], result: {}, email: 'a@example.com' });
	});
	afterEach(async () => await other.close());

	const field = name.replaceAll('"', '');

	it.each([301, 302, 303, 307, 308])(
		'HTTP %i to another host: says so, and sends nothing there',
		async (status) => {
			const headers = { location: `${other.url}/elsewhere` };
			const message = await save(type, data(), { status, body: '', headers });
			expect(message).toContain(`The ${field} redirects (HTTP ${status}) to another address`);
			expect(other.arrived).toHaveLength(0);
		},
	);

	it('on the same host, or without an address, it fails alike', async () => {
		const inside = { status: 301, body: '', headers: { location: '/elsewhere' } };
		expect(await save(type, data(), inside)).toContain(`The ${field} redirects`);
		expect(await save(type, data(), { status: 302, body: '' })).toContain(`The ${field} redirects`);
		expect(wire.arrived).toHaveLength(2);
	});
});
