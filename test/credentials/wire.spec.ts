import { createHash, createHmac, verify } from 'node:crypto';
import { OutboundHttp } from '@n8n/backend-network';
import { Container } from '@n8n/di';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { authenticateWorksection } from '../../nodes/Worksection/worksection.auth';
import { viaHttpRequest } from '../harness';
import { credentialsJson, rsaPair } from './keys';
import { credentialsOnly, Wire, type Arrived } from './wire';

const apiKey = '7776461cd931e7b1c8e9632ff8e979ce';

let wire: Wire;
beforeAll(async () => {
	wire = await Wire.open();
});
afterAll(async () => await wire.close());

const send = async (
	credentialType: string,
	data: ICredentialDataDecryptedObject,
	request: Partial<Parameters<typeof viaHttpRequest>[0]> & { url: string },
): Promise<Arrived> => {
	await viaHttpRequest({ credentialType, data, from: credentialsOnly, ...request });
	return wire.last;
};

const worksection = (signature: string) => ({ accountUrl: wire.url, apiKey, signature });

/** Of the bytes that arrived, whatever they mean. */
function expectHashOf({ query }: Arrived): void {
	const [, signed = '', hash] = /^(.*?)&?hash=([0-9a-f]{32})$/.exec(query) ?? [];
	expect(hash).toBe(
		createHash('md5')
			.update(signed + apiKey)
			.digest('hex'),
	);
}

function expectHeaderOf({ method, path, query, headers }: Arrived, action: string): void {
	expect({ method, path, query }).toEqual({
		method: 'POST',
		path: '/api/admin/v2/',
		query: `action=${action}`,
	});
	const [, time, hmac] = /^Admin (\d{10})_([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
	expect(hmac).toBe(createHmac('sha256', apiKey).update(`${action}:${time}`).digest('hex'));
	expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(15);
	expect(headers['content-type']).toBe('application/json; charset=utf-8');
}

const hard = {
	plus: 'a+b@example.com',
	space: 'Mary Ann',
	unicode: 'Ягода 日本 😀',
	marks: `&=?#/%20'"!*()[]{}|\\^~<>,;:$`,
	lines: 'one\r\ntwo\ttab',
	empty: '',
	half: '50%',
};

describe.each(['request', 'httpRequest'] as const)("through n8n's %s helper", (helper) => {
	it('Worksection MD5: the hash covers exactly the bytes that arrive', async () => {
		const url = `${wire.url}/api/admin/v2/?action=add_user`;
		const arrived = await send('worksectionApi', worksection('md5'), { helper, url, qs: hard });
		expectHashOf(arrived);
		const { hash, ...read } = Object.fromEntries(new URLSearchParams(arrived.query));
		expect(hash).toHaveLength(32);
		expect(read).toEqual({ action: 'add_user', ...hard });
	});

	it('Worksection MD5: also where the address itself holds what needs encoding', async () => {
		const url = `${wire.url}/api/admin/v2/?action=x&name=Mary Ann'"<ё>&c=%zz+%2B&d=a@b`;
		const arrived = await send('worksectionApi', worksection('md5'), { helper, url });
		expectHashOf(arrived);
		expect(arrived.query).toMatch(/^action=x&name=Mary%20Ann%27%22%3C%D1%91%3E&c=%zz\+%2B&d=a@b&/);
	});

	it('Worksection MD5: lists and nested values', async () => {
		const qs = { tags: ['a b', 'c&d'], nested: { deep: { er: 1 } } };
		const url = `${wire.url}/api/admin/v2/`;
		const arrived = await send('worksectionApi', worksection('md5'), { helper, url, qs });
		expectHashOf(arrived);
		expect([...new URLSearchParams(arrived.query).keys()]).toEqual([
			'tags[0]',
			'tags[1]',
			'nested[deep][er]',
			'hash',
		]);
	});

	it('Worksection HMAC: a GET arrives as a signed POST with a JSON body', async () => {
		const url = `${wire.url}/api/admin/v2/?action=add_user`;
		const arrived = await send('worksectionApi', worksection('hmac'), { helper, url, qs: hard });
		expectHeaderOf(arrived, 'add_user');
		expect(JSON.parse(arrived.body)).toEqual(hard);
	});

	it('Worksection HMAC: without parameters the body is an empty object', async () => {
		const url = `${wire.url}/api/admin/v2/?action=get_users`;
		const arrived = await send('worksectionApi', worksection('hmac'), { helper, url });
		expectHeaderOf(arrived, 'get_users');
		expect(arrived.body).toBe('{}');
	});

	it.each(['json', 'form-urlencoded'] as const)(
		'Worksection HMAC: a body as %s arrives as JSON',
		async (contentType) => {
			const url = `${wire.url}/api/admin/v2/?action=add_user`;
			const request = { helper, url, method: 'POST' as const, body: hard, contentType };
			const arrived = await send('worksectionApi', worksection('hmac'), request);
			expectHeaderOf(arrived, 'add_user');
			expect(JSON.parse(arrived.body)).toEqual(hard);
		},
	);

	it('Autocalls: Bearer and JSON', async () => {
		const data = { apiKey: ' 2|abc123\n', baseUrl: `${wire.url}/api` };
		const { headers } = await send('autocallsApi', data, { helper, url: `${wire.url}/api/x?y=1` });
		expect(headers).toMatchObject({ authorization: 'Bearer 2|abc123', accept: 'application/json' });
	});

	it('Quo: the raw key', async () => {
		const data = { apiKey: 'Bearer q0123456789', baseUrl: wire.url };
		const { headers } = await send('quoApi', data, { helper, url: `${wire.url}/v1/users` });
		expect(headers.authorization).toBe('q0123456789');
	});

	it('Voximplant: a genuine token, and a form that arrives whole', async () => {
		const data = { serviceAccount: credentialsJson(), baseUrl: wire.url };
		const url = `${wire.url}/platform_api/GetUsers`;
		const body = { application_id: 1, user_name: 'Mary Ann' };
		const request = { helper, url, method: 'POST' as const, body };
		const { headers } = await send('voximplantApi', data, request);
		const [, header, claims, signature] =
			/^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
		const signed = Buffer.from(`${header}.${claims}`);
		const bytes = Buffer.from(signature ?? '', 'base64url');
		expect(verify('RSA-SHA256', signed, rsaPair().publicKey, bytes)).toBe(true);
	});

	it.each([
		['autocallsApi', { apiKey: '2|abc123', baseUrl: 'https://app.autocalls.ai/api' }],
		['quoApi', { apiKey: 'q0123456789', baseUrl: 'https://api.quo.com' }],
		['voximplantApi', { serviceAccount: credentialsJson(), baseUrl: 'https://api.voximplant.com' }],
		['worksectionApi', { accountUrl: 'acme', apiKey, signature: 'md5' }],
		['worksectionApi', { accountUrl: 'acme', apiKey, signature: 'hmac' }],
	])('%s: nothing is sent to an unsafe address', async (type, data) => {
		const before = wire.arrived.length;
		const url = `${wire.url.replace('http://', 'http://user:pass@')}/?action=x`;
		await expect(send(type, data, { helper, url })).rejects.toMatchObject({
			message: expect.stringContaining('which contains a user name or password'),
		});
		expect(wire.arrived).toHaveLength(before);
	});
});

describe("every way in which n8n's helper writes lists", () => {
	const qs: IDataObject = { action: 'x', tags: ['a b', 'c,d', 'é'], one: ['z'], none: [] };

	it.each([
		['indices', ['tags[0]', 'tags[1]', 'tags[2]', 'one[0]']],
		['brackets', ['tags[]', 'tags[]', 'tags[]', 'one[]']],
		['repeat', ['tags', 'tags', 'tags', 'one']],
		['comma', ['tags', 'one']],
	] as const)(
		'%s: the same names as without a signature, and the hash fits',
		async (format, names) => {
			const options: IHttpRequestOptions = {
				url: `${wire.url}/api/admin/v2/`,
				qs,
				arrayFormat: format,
			};
			await Container.get(OutboundHttp)
				.requests()
				.request({ ...options, qs: { ...qs } });
			const plain = [...new URLSearchParams(wire.last.query)];
			await authenticateWorksection(worksection('md5'), options);
			await Container.get(OutboundHttp).requests().request(options);
			expectHashOf(wire.last);
			const signed = [...new URLSearchParams(wire.last.query)].filter(([name]) => name !== 'hash');
			expect(signed.map(([name]) => name)).toEqual(['action', ...names]);
			expect(signed).toEqual(plain);
		},
	);
});
