import { authenticateAutocalls } from '../../nodes/Autocalls/autocalls.auth';
import { authenticateQuo } from '../../nodes/Quo/quo.auth';

const autocalls = { apiKey: '2|abc123', baseUrl: 'https://app.autocalls.ai/api/' };
const quo = { apiKey: 'q0123456789', baseUrl: 'https://api.quo.com/v1/' };

describe('Autocalls', () => {
	it('signs with a Bearer token on the same options and asks for JSON', async () => {
		const options = { url: 'https://app.autocalls.ai/api/user/me', headers: { accept: '*/*' } };
		const signed = await authenticateAutocalls(autocalls, options);
		expect(signed).toBe(options);
		expect(signed.headers).toEqual({
			Authorization: 'Bearer 2|abc123',
			Accept: 'application/json',
		});
	});

	it('replaces what another signature left, whatever its case', async () => {
		const headers = { authorization: 'Bearer old', 'X-Kept': 'yes' };
		const signed = await authenticateAutocalls(autocalls, { url: 'https://a.example/', headers });
		expect(signed.headers).toEqual({
			Authorization: 'Bearer 2|abc123',
			Accept: 'application/json',
			'X-Kept': 'yes',
		});
	});
});

describe('Quo', () => {
	it.each([
		...['q0123456789', ' q0123456789\n', 'Bearer q0123456789'],
		...['"q0123456789"', '"Bearer q0123456789"', 'Bearer ‘q0123456789’'],
	])('sends %j raw, never behind "Bearer"', async (apiKey) => {
		const signed = await authenticateQuo({ ...quo, apiKey }, { url: 'https://api.quo.com/v1/x' });
		expect(signed.headers).toEqual({ Authorization: 'q0123456789' });
	});
});

describe.each([
	['Autocalls', authenticateAutocalls, autocalls],
	['Quo', authenticateQuo, quo],
])('%s: where a request may go', (_name, authenticate, credentials) => {
	it.each([
		['url', { url: 'http://evil.example/' }],
		['uri', { url: undefined, uri: 'http://evil.example/' }],
		['user in it', { url: 'https://user:pass@api.quo.com/' }],
		['protocol-relative', { url: '//evil.example/' }],
		['baseURL', { baseURL: 'http://evil.example', url: '/x' }],
		['baseURL and uri', { baseURL: 'http://evil.example', url: undefined, uri: 'x' }],
	])('refuses an unsafe %s before the key is added', async (_what, request) => {
		const options = { headers: {}, ...request } as Parameters<typeof authenticate>[1];
		await expect(authenticate(credentials, options)).rejects.toThrow('The request goes to');
		expect(JSON.stringify(options)).not.toContain(credentials.apiKey);
	});

	it('refuses an unsafe Base URL even where the request goes elsewhere', async () => {
		const options = { url: 'https://api.quo.com/' };
		const unsafe = { ...credentials, baseUrl: 'http://api.quo.com' };
		await expect(authenticate(unsafe, options)).rejects.toThrow('"Base URL"');
		expect(JSON.stringify(options)).not.toContain(credentials.apiKey);
	});

	it.each([' ', '""', 'Bearer', 'Bearer ""'])('refuses an empty key: %j', async (apiKey) => {
		const empty = { ...credentials, apiKey };
		await expect(authenticate(empty, { url: 'https://api.quo.com/' })).rejects.toThrow(
			'"API Key" is empty',
		);
	});

	it('turns the base URL of a credential test into the one that was meant', async () => {
		const options = { baseURL: credentials.baseUrl, url: '/v1/users' };
		await authenticate(credentials, options);
		const host = credentials.baseUrl.replace(/(\/v1)?\/$/, '');
		expect(options).toMatchObject({ url: `${host}/v1/users` });
		expect(options).not.toHaveProperty('baseURL');
	});

	it('does not let the key follow a redirect to another origin, not even where it was asked to', async () => {
		const plain = await authenticate(credentials, { url: 'https://api.quo.com/' });
		expect(plain.sendCredentialsOnCrossOriginRedirect).toBe(false);
		const asked = { url: 'https://api.quo.com/', sendCredentialsOnCrossOriginRedirect: true };
		await authenticate(credentials, asked);
		expect(asked.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});
});
