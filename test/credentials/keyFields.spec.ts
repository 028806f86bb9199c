import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { authenticateAutocalls } from '../../nodes/Autocalls/autocalls.auth';
import { authenticateQuo } from '../../nodes/Quo/quo.auth';
import { CredentialFault, findCredentialFault, readKey } from '../../nodes/shared/auth/credentialError';

const autocalls = { apiKey: '2|abc123', baseUrl: 'https://app.autocalls.ai/api/' };
const quo = { apiKey: 'q0123456789', baseUrl: 'https://api.quo.com/v1/' };

describe('a pasted key', () => {
	it.each([
		['2|abc123', '2|abc123'],
		['  2|abc123\r\n', '2|abc123'],
		['\ufeff2|abc123\u200b', '2|abc123'],
		['Bearer 2|abc123', '2|abc123'],
		['bearer   2|abc123', '2|abc123'],
		['bearer-key', 'bearer-key'],
	])('%j is %s', (pasted, key) => {
		expect(readKey(pasted, 'API Key')).toBe(key);
	});

	it.each(['', '  ', '\n', 'Bearer', 'Bearer  ', undefined, null, false])(
		'%j is empty, says the field by name',
		(pasted) => {
			expect(() => readKey(pasted, 'API Key')).toThrow('"API Key" is empty');
		},
	);

	it.each(['two words-s3cret', 'two\nlines-s3cret', 'naïve-s3cret', 'null\0-s3cret'])(
		'%j could not be sent in a header, and is not repeated',
		(pasted) => {
			expect(() => readKey(pasted, 'API Key')).toThrow(/^"API Key" has a space/);
			expect(() => readKey(pasted, 'API Key')).not.toThrow(/s3cret/);
		},
	);
});

/** As a catch block has it. */
const caught = (error: unknown) => error as JsonObject;

describe('a fault in a credential', () => {
	const node = { name: 'Quo', type: 'quo' } as INode;
	const fault = new CredentialFault('"API Key" is empty.');

	it('is found by its name inside the errors that n8n wraps around it', () => {
		const wrapped = new NodeApiError(node, caught(fault));
		expect(findCredentialFault(fault)).toBe(fault);
		expect(findCredentialFault(wrapped)).toBe(fault);
		expect(findCredentialFault(new NodeOperationError(node, wrapped))).toBe(fault);
		expect(wrapped.message).toBe(fault.message);
	});

	it('is found where a bundle brought a class of its own', () => {
		class CredentialFaultOfABundle extends Error {
			override name = 'CredentialFault';
		}
		const other = new CredentialFaultOfABundle('x');
		expect(findCredentialFault(new Error('outer', { cause: other }))).toBe(other);
	});

	it('is not seen in anything else', () => {
		const loop = new Error('loop');
		loop.cause = loop;
		for (const other of [new Error('x'), loop, 'CredentialFault', null, undefined]) {
			expect(findCredentialFault(other)).toBeUndefined();
		}
	});
});

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
	it.each(['q0123456789', ' q0123456789\n', 'Bearer q0123456789'])(
		'sends %j raw, never behind "Bearer"',
		async (apiKey) => {
			const signed = await authenticateQuo({ ...quo, apiKey }, { url: 'https://api.quo.com/v1/x' });
			expect(signed.headers).toEqual({ Authorization: 'q0123456789' });
		},
	);
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

	it('refuses an empty key', async () => {
		const empty = { ...credentials, apiKey: ' ' };
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

	it('keeps a base URL of the request itself', async () => {
		const options = { baseURL: 'https://other.example/base/', url: 'users' };
		await authenticate(credentials, options);
		expect(options.url).toBe('https://other.example/base/users');
	});

	it('does not let the key follow a redirect to another origin, not even where it was asked to', async () => {
		const plain = await authenticate(credentials, { url: 'https://api.quo.com/' });
		expect(plain.sendCredentialsOnCrossOriginRedirect).toBe(false);
		const asked = { url: 'https://api.quo.com/', sendCredentialsOnCrossOriginRedirect: true };
		await authenticate(credentials, asked);
		expect(asked.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});
});
