import { createHash, createHmac } from 'node:crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { SignedRequest } from '../../nodes/shared/auth/signedRequest';
import { authenticateWorksection } from '../../nodes/Worksection/worksection.auth';

const apiKey = '7776461cd931e7b1c8e9632ff8e979ce';
const md5 = { accountUrl: 'https://acme.worksection.com/', apiKey, signature: 'md5' };
const hmac = { ...md5, signature: 'hmac' };
const api = 'https://acme.worksection.com/api/admin/v2/';
const start = 1_800_000_000;
const clock = () => start * 1000 + 999;

const hashOf = (query: string) => createHash('md5').update(`${query}${apiKey}`).digest('hex');
const headerFor = (action: string) =>
	`Admin ${start}_${createHmac('sha256', apiKey).update(`${action}:${start}`).digest('hex')}`;

async function sign(
	credentials: typeof md5,
	request: Partial<SignedRequest>,
): Promise<SignedRequest> {
	const options = { ...request } as IHttpRequestOptions;
	expect(await authenticateWorksection(credentials, options, clock)).toBe(options);
	expect(options).not.toHaveProperty('qs');
	expect(options).not.toHaveProperty('baseURL');
	return options;
}

describe('MD5', () => {
	it('hashes as the documentation of Worksection shows', async () => {
		const { url } = await sign(md5, { url: `${api}?action=get_tasks&id_project=26` });
		expect(url).toBe(`${api}?action=get_tasks&id_project=26&hash=ec3ab2c28f21b4a07424f8ed688d6644`);
	});

	it.each<[string, Partial<SignedRequest>, string]>([
		['the address alone', { url: `${api}?action=get_users` }, 'action=get_users'],
		['qs alone', { url: api, qs: { action: 'get_users' } }, 'action=get_users'],
		['both, in that order', { url: `${api}?action=x`, qs: { b: 1, a: 2 } }, 'action=x&b=1&a=2'],
		['a fragment', { url: `${api}?action=x#top` }, 'action=x'],
		['stray ampersands', { url: `${api}?&action=x&&y=1&` }, 'action=x&y=1'],
		[
			'true, null, undefined, 0',
			{ url: api, qs: { a: true, b: null, c: undefined, d: 0 } },
			'a=true&b=&d=0',
		],
		[
			'reserved marks',
			{ url: api, qs: { e: `a+b&c=d%20/?#'"` } },
			'e=a%2Bb%26c%3Dd%2520%2F%3F%23%27%22',
		],
		[
			'what encodeURIComponent leaves',
			{ url: api, qs: { e: "!'()*~-._" } },
			'e=%21%27%28%29%2A~-._',
		],
		[
			'spaces and letters',
			{ url: api, qs: { n: 'Ягу да' } },
			'n=%D0%AF%D0%B3%D1%83%20%D0%B4%D0%B0',
		],
		['half an emoji', { url: api, qs: { n: 'a\ud83d' } }, 'n=a%EF%BF%BD'],
		['an unencoded address', { url: `${api}?n=a b&q='"ё` }, 'n=a%20b&q=%27%22%D1%91'],
		['an encoded address, as it is', { url: `${api}?n=a+b%2Bc%zz` }, 'n=a+b%2Bc%zz'],
		['a list', { url: api, qs: { t: ['a', 'b'] } }, 't%5B0%5D=a&t%5B1%5D=b'],
		['a nested value', { url: api, qs: { f: { g: 1 } } }, 'f%5Bg%5D=1'],
	])('covers %s', async (_what, request, query) => {
		const { url } = await sign(md5, request);
		expect(url).toBe(`${api}?${query}&hash=${hashOf(query)}`);
	});

	it('signs a request without any parameter', async () => {
		expect((await sign(md5, { url: api })).url).toBe(`${api}?hash=${hashOf('')}`);
	});

	it('signs anew what was signed before, by its own parameters', async () => {
		const options = await sign(md5, { url: `${api}?action=get_users` });
		const first = options.url;
		await authenticateWorksection(md5, options, clock);
		expect(options.url).toBe(first);
	});

	it('goes into `uri` where the HTTP Request node keeps its address', async () => {
		const options = await sign(md5, { uri: api, qs: { action: 'get_users' } });
		expect(options.uri).toBe(`${api}?action=get_users&hash=${hashOf('action=get_users')}`);
		expect(options).not.toHaveProperty('url');
	});

	it('leaves method, body and other headers alone', async () => {
		const body = { a: 1 };
		const request = {
			method: 'POST' as const,
			url: `${api}?action=x`,
			body,
			headers: { 'X-A': '1' },
		};
		expect(await sign(md5, request)).toMatchObject({
			method: 'POST',
			body,
			headers: { 'X-A': '1' },
		});
	});

	it('turns the account name of a credential test into its address', async () => {
		const credentials = { ...md5, accountUrl: ' acme ' };
		const request = { baseURL: ' acme ', url: '/api/admin/v2/', qs: { action: 'get_user_groups' } };
		const { url } = await sign(credentials, request);
		expect(url).toBe(`${api}?action=get_user_groups&hash=${hashOf('action=get_user_groups')}`);
	});

	it('is what is used where nothing was chosen', async () => {
		const { accountUrl } = md5;
		const options = { url: `${api}?action=x` };
		await authenticateWorksection({ accountUrl, apiKey: ` ${apiKey}\n` }, options);
		expect(options.url).toBe(`${api}?action=x&hash=${hashOf('action=x')}`);
	});
});

describe('HMAC', () => {
	const json = { 'Content-Type': 'application/json; charset=utf-8' };

	it('signs action and time in a header', async () => {
		const request = { method: 'POST' as const, url: `${api}?action=get_users` };
		expect(await sign(hmac, request)).toMatchObject({
			method: 'POST',
			url: `${api}?action=get_users`,
			body: '{}',
			headers: { Authorization: headerFor('get_users'), ...json },
		});
	});

	it.each<[string, Partial<SignedRequest>]>([
		['a GET with qs', { url: api, qs: { action: 'add_user', email: 'a+b@x.y', group: 'Ö & Co' } }],
		[
			'a GET with its address',
			{ url: `${api}?action=add_user&email=a%2Bb@x.y&group=%C3%96+%26+Co` },
		],
		['a JSON body', { url: `${api}?action=add_user`, body: { email: 'a+b@x.y', group: 'Ö & Co' } }],
		['JSON text', { url: `${api}?action=add_user`, body: '{"email":"a+b@x.y","group":"Ö & Co"}' }],
		['a form', { url: api, form: { action: 'add_user', email: 'a+b@x.y', group: 'Ö & Co' } }],
		['form text', { url: api, body: 'action=add_user&email=a%2Bb@x.y&group=%C3%96+%26+Co' }],
		[
			'form parameters',
			{
				url: `${api}?action=add_user`,
				body: new URLSearchParams({ email: 'a+b@x.y', group: 'Ö & Co' }),
			},
		],
	])('turns %s into a POST whose body has the parameters', async (_what, request) => {
		const { method, url, body, headers, form } = await sign(hmac, request);
		expect({ method, url, form }).toEqual({
			method: 'POST',
			url: `${api}?action=add_user`,
			form: undefined,
		});
		expect(JSON.parse(body as string)).toEqual({ email: 'a+b@x.y', group: 'Ö & Co' });
		expect(headers).toEqual({ Authorization: headerFor('add_user'), ...json });
	});

	it('keeps lists as lists', async () => {
		const { body } = await sign(hmac, {
			url: `${api}?action=x&t[]=a&t[]=b&u=1&u=2&v[0]=c`,
			qs: { w: ['d'] },
		});
		expect(JSON.parse(body as string)).toEqual({
			t: ['a', 'b'],
			u: ['1', '2'],
			v: ['c'],
			w: ['d'],
		});
	});

	it('encodes an action that could change the address', async () => {
		const { url } = await sign(hmac, { url: api, qs: { action: 'x&y=1' } });
		expect(url).toBe(`${api}?action=x%26y%3D1`);
	});

	it('signs anew what was signed before', async () => {
		const options = await sign(hmac, { url: api, qs: { action: 'x', a: '1' } });
		await authenticateWorksection(hmac, options, () => clock() + 5000);
		expect(options.body).toBe('{"a":"1"}');
		expect(options.headers?.Authorization).toMatch(`Admin ${start + 5}_`);
		expect(Object.keys(options.headers ?? {})).toHaveLength(2);
	});

	it('leaves files as they are', async () => {
		const body = { getHeaders: () => ({}), append: () => undefined };
		const signed = await sign(hmac, { method: 'POST', url: `${api}?action=x`, body });
		expect(signed.body).toBe(body);
		expect(signed.headers).toEqual({ Authorization: headerFor('x') });
		const formData = { file: 'x' };
		expect(await sign(hmac, { uri: `${api}?action=x`, formData })).toMatchObject({ formData });
	});

	it('asks for the action where there is none', async () => {
		const request = authenticateWorksection(hmac, { url: api, body: [1] }, clock);
		await expect(request).rejects.toThrow('names no Worksection action');
	});
});

describe.each([
	['MD5', md5],
	['HMAC', hmac],
])('%s: where a request may go', (_name, credentials) => {
	it.each(['http://acme.worksection.com/', 'https://me:pw@acme.worksection.com/', 'ftp://x.y/'])(
		'refuses %s before anything is signed',
		async (url) => {
			const options = { url: `${url}?action=x` };
			await expect(authenticateWorksection(credentials, options)).rejects.toThrow('The request');
			expect(JSON.stringify(options)).not.toMatch(/hash=|Admin/);
		},
	);

	it('refuses an unsafe account', async () => {
		const unsafe = { ...credentials, accountUrl: 'http://acme.worksection.com' };
		const request = authenticateWorksection(unsafe, { url: `${api}?action=x` });
		await expect(request).rejects.toThrow('"Account URL"');
	});

	it('refuses an empty key', async () => {
		const request = authenticateWorksection({ ...credentials, apiKey: '' }, { url: api });
		await expect(request).rejects.toThrow('"API Key" is empty');
	});

	it('never holds the key itself', async () => {
		const options = await sign(credentials, { url: `${api}?action=x` });
		expect(JSON.stringify(options)).not.toContain(apiKey);
	});
});
