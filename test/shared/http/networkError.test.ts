import { NodeApiError, type JsonObject } from 'n8n-workflow';
import { CredentialError } from '../../../nodes/shared/auth/credentialError';
import { networkError, timeoutError } from '../../../nodes/shared/http/networkError';
import { node } from '../fakeItem';

const failed = { provider: 'Plainly', url: 'https://plainly.example/users', timeoutMs: 5000 };

const coded = (code: string, syscall?: string) =>
	Object.assign(new Error(`${syscall ?? ''} ${code}`), { code, ...(syscall ? { syscall } : {}) });

/** As n8n's helper throws it. */
const wrapped = (error: object) => new NodeApiError(node, error as JsonObject);

const CHECK_ADDRESS = 'Check the URL in the credential and the network of this machine.';
const CHECK_RULES =
	'Check the URL in the credential, and which addresses this n8n allows its nodes to reach.';

const refused = { kind: 'refused' };
const cut = {
	kind: 'answerLost',
	message: 'Plainly: the connection was cut before the answer was complete.',
};
const slow = {
	kind: 'answerLost',
	message: 'Plainly: no complete answer within 5 s.',
	description: "Raise 'Timeout' under Options, or try again later.",
};
const unreachable = (words: string) => ({
	kind: 'unreachable',
	message: `Plainly: ${words} (plainly.example).`,
	description: CHECK_ADDRESS,
});

it.each<[string, Error, object]>([
	['ECONNREFUSED', coded('ECONNREFUSED', 'connect'), unreachable('the connection was refused')],
	['ECONNREFUSED alone', coded('ECONNREFUSED'), unreachable('the connection was refused')],
	[
		'EAI_AGAIN',
		coded('EAI_AGAIN', 'getaddrinfo'),
		unreachable('the DNS look-up of the host failed'),
	],
	['EHOSTUNREACH', coded('EHOSTUNREACH', 'connect'), unreachable('the host cannot be reached')],
	['ENETUNREACH', coded('ENETUNREACH', 'connect'), unreachable('the network cannot be reached')],
	['EHOSTUNREACH later on', coded('EHOSTUNREACH', 'read'), cut],
	[
		'ENOTFOUND',
		coded('ENOTFOUND', 'getaddrinfo'),
		{ ...refused, message: 'Plainly: there is no host plainly.example.' },
	],
	['ECONNRESET', coded('ECONNRESET', 'read'), cut],
	['EPIPE', coded('EPIPE', 'write'), cut],
	['HPE_INVALID_CONSTANT', coded('HPE_INVALID_CONSTANT'), cut],
	['Z_BUF_ERROR', coded('Z_BUF_ERROR'), cut],
	['ERR_BAD_RESPONSE', coded('ERR_BAD_RESPONSE'), cut],
	[
		'no TLS at the other end',
		Object.assign(new Error('SSL routines: wrong version number'), { code: 'EPROTO' }),
		refused,
	],
	['EPROTO', coded('EPROTO', 'write'), cut],
	['ECONNABORTED', coded('ECONNABORTED'), slow],
	['ETIMEDOUT', coded('ETIMEDOUT', 'connect'), slow],
	['CERT_HAS_EXPIRED', coded('CERT_HAS_EXPIRED'), refused],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), refused],
	['DEPTH_ZERO_SELF_SIGNED_CERT', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), refused],
	['SELF_SIGNED_CERT_IN_CHAIN', coded('SELF_SIGNED_CERT_IN_CHAIN'), refused],
	['ERR_TLS_CERT_ALTNAME_INVALID', coded('ERR_TLS_CERT_ALTNAME_INVALID'), refused],
	['an unknown code', coded('E_WHATEVER'), cut],
	['no code, aborted', new Error('stream has been aborted'), cut],
	['no code, hung up', new Error('socket hang up'), cut],
	[
		"n8n's own refusal",
		new Error('This address is blocked'),
		{ ...refused, message: 'Plainly: This address is blocked.', description: CHECK_RULES },
	],
])('%s says whether the request can have reached the provider', (_what, error, expected) => {
	for (const thrown of [error, wrapped(error)]) {
		expect(networkError(thrown, failed)).toMatchObject(expected);
	}
});

it('names the host and why there is no safe connection', () => {
	expect(networkError(coded('CERT_HAS_EXPIRED'), failed)).toMatchObject({
		kind: 'refused',
		message: expect.stringContaining('Plainly: no safe connection to plainly.example: '),
		description: CHECK_ADDRESS,
	});
});

describe('a proxy that cannot be reached', () => {
	const via = (code: string, more: object) => Object.assign(coded(code, 'connect'), more);
	const CHECK_PROXY =
		'Check the proxy that this n8n is set to use (HTTP_PROXY, HTTPS_PROXY), or ask who runs it.';

	it.each<[string, Error, string]>([
		[
			'refuses',
			via('ECONNREFUSED', { address: '10.0.0.9', port: 3128 }),
			'the connection was refused (10.0.0.9:3128, the proxy)',
		],
		[
			'has no address',
			Object.assign(coded('ENOTFOUND', 'getaddrinfo'), { hostname: 'proxy.example' }),
			'there is no host proxy.example, the proxy',
		],
	])('%s: is named, not the provider', (_what, error, words) => {
		for (const thrown of [error, wrapped(error)]) {
			expect(networkError(thrown, failed)).toMatchObject({
				message: `Plainly: ${words}.`,
				description: CHECK_PROXY,
			});
		}
	});

	it.each([
		['https://plainly.example/users', { address: '10.0.0.9', port: 443 }],
		['http://localhost:8080/users', { address: '::1', port: 8080 }],
		['https://plainly.example/users', { hostname: 'plainly.example' }],
	])("is none where it is the URL's own host: %s %j", (url, more) => {
		const { message } = networkError(via('ECONNREFUSED', more), { ...failed, url });
		expect(message).not.toContain('proxy');
	});
});

it('gives the words of a credential that cannot be used, however deep they lie', () => {
	const error = new CredentialError('"API Key" is empty.');
	const deep = new Error('outer', { cause: new Error('inner', { cause: error }) });
	for (const thrown of [error, wrapped(error), deep]) {
		expect(networkError(thrown, failed)).toMatchObject({
			kind: 'refused',
			message: 'Plainly: "API Key" is empty.',
			description: '',
		});
	}
});

it.each([['words'], [undefined], [null], [{}], [7]])('survives that %p is thrown', (thrown) => {
	expect(networkError(thrown, failed).message).toMatch(/^Plainly: /);
});

it('a time-out is the same error whoever saw it first', () => {
	expect(timeoutError(failed)).toMatchObject(slow);
});
