import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { IHttpRequestOptions, IN8nHttpFullResponse, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { CredentialFault } from '../../../nodes/shared/auth/credentialError';
import { exchange, type Outbound } from '../../../nodes/shared/http/exchange';
import { node } from '../fakeItem';

const outbound: Outbound = {
	method: 'GET',
	url: 'https://plainly.example/users?page=1',
	headers: { 'X-Own': '1' },
	timeoutMs: 5000,
};

type Send = (options: IHttpRequestOptions) => Promise<IN8nHttpFullResponse>;

const answering =
	(body: unknown, headers: Record<string, unknown> = {}, statusCode = 200): Send =>
	async () =>
		({ body, headers, statusCode }) as IN8nHttpFullResponse;

const failing =
	(error: unknown): Send =>
	async () => {
		throw error;
	};

const ask = async (send: Send, more: Partial<Outbound> = {}, secrets = new Set<string>()) =>
	await exchange({ send }, { ...outbound, ...more }, secrets);

const coded = (code: string, syscall?: string) =>
	Object.assign(new Error(`${syscall ?? ''} ${code}`), { code, ...(syscall ? { syscall } : {}) });

/** As n8n's helper throws it. */
const wrapped = (error: object) => new NodeApiError(node, error as JsonObject);

describe('an answer', () => {
	it.each([200, 302, 404, 500])('of HTTP %d is one, whatever it says', async (status) => {
		const answer = await ask(answering('{"a":1}', { 'X-One': 'b', Two: ['c', 'd'] }, status));
		expect(answer).toEqual({
			status,
			headers: { 'x-one': 'b', two: 'c, d' },
			text: '{"a":1}',
			body: { a: 1 },
		});
	});

	it.each(['', 'words', '{"a":'])('that is no JSON (%j) has no body', async (text) => {
		expect(await ask(answering(text))).toMatchObject({ text, body: undefined });
	});

	it.each([undefined, null, { a: 1 }, Buffer.from('x')])(
		'that is no text is empty',
		async (body) => {
			expect(await ask(answering(body))).toMatchObject({ text: '', body: undefined });
		},
	);

	it('keeps big ids exact', async () => {
		expect(await ask(answering('{"id":12345678901234567890}'))).toMatchObject({
			body: { id: '12345678901234567890' },
		});
	});

	it('holds no secret that was known before, or came with the signature', async () => {
		const secrets = new Set(['the-api-key-1']);
		const hmac = '0123456789abcdef0123456789abcdef';
		const send: Send = async (options) => {
			options.headers = { ...options.headers, Authorization: `Admin 170_${hmac}` };
			options.url += '&hash=fedcba9876543210';
			const echo = ['the-api-key-1', options.headers.Authorization, options.url, hmac];
			return await answering(JSON.stringify({ echo, id: 7 }))(options);
		};
		const answer = await ask(send, {}, secrets);
		expect(answer).toMatchObject({
			body: {
				echo: [
					'[hidden]',
					'[hidden]',
					'https://plainly.example/users?page=1&hash=[hidden]',
					'[hidden]',
				],
				id: 7,
			},
		});
		expect(secrets).toContain('fedcba9876543210');
	});

	it('of a request that was lost teaches its signature, too', async () => {
		const secrets = new Set<string>();
		const send: Send = async (options) => {
			options.headers = { Authorization: 'Bearer the-jwt-1234' };
			return await failing(coded('ECONNRESET'))(options);
		};
		await ask(send, {}, secrets);
		expect([...secrets]).toEqual(expect.arrayContaining(['Bearer the-jwt-1234', 'the-jwt-1234']));
	});
});

describe('what n8n is asked to send', () => {
	it('is the request, with every status and no redirect followed', async () => {
		const sent: IHttpRequestOptions[] = [];
		const send: Send = async (options) => {
			sent.push({ ...options });
			return await answering('{}')(options);
		};
		await ask(send);
		await ask(send, { method: 'POST', body: 'a=1' });
		expect(sent[0]).toMatchObject({
			method: 'GET',
			url: outbound.url,
			headers: { Accept: 'application/json', 'X-Own': '1' },
			timeout: 5000,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		expect(sent[0]).not.toHaveProperty('body');
		expect(sent[1]).toMatchObject({ method: 'POST', body: 'a=1' });
	});
});

const refused = { lost: 'refused' };
const broken = {
	lost: 'broken',
	text: 'the connection was cut before the answer was complete',
};
const slow = { lost: 'broken', text: 'no complete answer within 5 s' };

describe('a request without an answer', () => {
	it.each<[string, Error, object]>([
		['ECONNREFUSED', coded('ECONNREFUSED', 'connect'), { lost: 'unreached' }],
		['EAI_AGAIN', coded('EAI_AGAIN', 'getaddrinfo'), { lost: 'unreached' }],
		['EHOSTUNREACH', coded('EHOSTUNREACH', 'connect'), { lost: 'unreached' }],
		['ENETUNREACH', coded('ENETUNREACH', 'connect'), { lost: 'unreached' }],
		['EHOSTUNREACH later on', coded('EHOSTUNREACH', 'read'), broken],
		[
			'ENOTFOUND',
			coded('ENOTFOUND', 'getaddrinfo'),
			{ ...refused, text: 'there is no host plainly.example' },
		],
		['ECONNRESET', coded('ECONNRESET', 'read'), broken],
		['EPIPE', coded('EPIPE', 'write'), broken],
		['HPE_INVALID_CONSTANT', coded('HPE_INVALID_CONSTANT'), broken],
		['Z_BUF_ERROR', coded('Z_BUF_ERROR'), broken],
		['ERR_BAD_RESPONSE', coded('ERR_BAD_RESPONSE'), broken],
		[
			'no TLS at the other end',
			Object.assign(new Error('SSL routines: wrong version number'), { code: 'EPROTO' }),
			refused,
		],
		['EPROTO', coded('EPROTO', 'write'), broken],
		['ECONNABORTED', coded('ECONNABORTED'), slow],
		['ETIMEDOUT', coded('ETIMEDOUT', 'connect'), slow],
		['CERT_HAS_EXPIRED', coded('CERT_HAS_EXPIRED'), refused],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), refused],
		['DEPTH_ZERO_SELF_SIGNED_CERT', coded('DEPTH_ZERO_SELF_SIGNED_CERT'), refused],
		['SELF_SIGNED_CERT_IN_CHAIN', coded('SELF_SIGNED_CERT_IN_CHAIN'), refused],
		['ERR_TLS_CERT_ALTNAME_INVALID', coded('ERR_TLS_CERT_ALTNAME_INVALID'), refused],
		['an unknown code', coded('E_WHATEVER'), broken],
		['no code, aborted', new Error('stream has been aborted'), broken],
		['no code, hung up', new Error('socket hang up'), broken],
		[
			"n8n's own refusal",
			new Error('This address is blocked'),
			{ ...refused, text: 'This address is blocked' },
		],
	])('for %s is told for what it is', async (_what, error, loss) => {
		for (const thrown of [error, wrapped(error)]) {
			expect(await ask(failing(thrown))).toMatchObject(loss);
		}
	});

	it('names the host and why there is no safe connection', async () => {
		expect(await ask(failing(coded('CERT_HAS_EXPIRED')))).toEqual({
			lost: 'refused',
			text: expect.stringContaining('no safe connection to plainly.example: '),
			next: "Check the credential's address and this machine's network.",
		});
	});

	it('tells a credential that cannot be used in its own words, however deep it lies', async () => {
		const fault = new CredentialFault('"API Key" is empty.');
		const deep = new Error('outer', { cause: new Error('inner', { cause: fault }) });
		for (const thrown of [fault, wrapped(fault), deep]) {
			expect(await ask(failing(thrown))).toMatchObject({
				lost: 'refused',
				text: '"API Key" is empty.',
			});
		}
	});

	it.each([['words'], [undefined], [null], [{}], [7]])(
		'survives that %p is thrown',
		async (thrown) => {
			expect(await ask(failing(thrown))).toMatchObject({ lost: expect.any(String) as string });
		},
	);
});

describe('an end to waiting', () => {
	const endless: Send = async ({ abortSignal }) =>
		await new Promise((_, reject) => {
			const end = () => reject(coded('ERR_CANCELED'));
			if (abortSignal?.aborted) end();
			abortSignal?.addEventListener?.('abort', end);
		});

	it('comes with the time-out', async () => {
		const start = Date.now();
		expect(await ask(endless, { timeoutMs: 60 })).toMatchObject({
			lost: 'broken',
			text: 'no complete answer within 0.06 s',
			next: "Raise 'Timeout' under Options, or try again later.",
		});
		expect(Date.now() - start).toBeLessThan(1000);
	});

	it.each(['the execution', 'the request', 'n8n'])('comes at once from %s', async (who) => {
		const controller = new AbortController();
		const { signal } = controller;
		const send: Send = async (options) => {
			// n8n's helper puts the execution's signal in place of whatever is there.
			Object.assign(options, { abortSignal: who === 'n8n' ? signal : undefined });
			return await endless(options);
		};
		const asked = exchange(
			{ send, signal: who === 'the request' ? undefined : signal },
			{ ...outbound, signal: who === 'the request' ? signal : undefined },
			new Set(),
		);
		await sleep(20);
		controller.abort();
		expect(await Promise.race([asked, nextTurn()])).toMatchObject({ lost: 'cancelled' });
	});

	it('leaves no listener in a signal that outlives the request, however it ended', async () => {
		const host = new AbortController().signal;
		const walk = new AbortController().signal;
		const added = new AbortController().signal;
		const signals = [host, walk, added];
		const calls = signals.map((signal) => ({
			added: jest.spyOn(signal, 'addEventListener'),
			removed: jest.spyOn(signal, 'removeEventListener'),
		}));
		const adding =
			(send: Send): Send =>
			async (options) => {
				options.abortSignal = added;
				options.abortSignal = host;
				return await send(options);
			};
		for (const send of [answering('{}'), failing(coded('ECONNRESET')), endless]) {
			const to = { ...outbound, signal: walk, timeoutMs: 60 };
			await exchange({ send: adding(send), signal: host }, to, new Set());
		}
		for (const { added: begun, removed } of calls) {
			expect(begun.mock.calls).toHaveLength(3);
			expect(removed.mock.calls.map(([what, end]) => [what, end])).toEqual(
				begun.mock.calls.map(([what, end]) => [what, end]),
			);
		}
	});

	it.each(['the execution', 'the request'])(
		'that came from %s before, sends nothing',
		async (who) => {
			const over = AbortSignal.abort();
			const send = jest.fn(answering('{}'));
			const host = { send, signal: who === 'the execution' ? over : undefined };
			const to = { ...outbound, signal: who === 'the request' ? over : undefined };
			expect(await exchange(host, to, new Set())).toEqual({
				lost: 'cancelled',
				text: 'the execution was canceled before the request was sent',
				next: '',
			});
			expect(send).not.toHaveBeenCalled();
		},
	);

	it('that came from n8n before ends the request at once', async () => {
		const send: Send = async (options) => {
			options.abortSignal = AbortSignal.abort();
			return await endless(options);
		};
		expect(await Promise.race([ask(send), nextTurn()])).toMatchObject({ lost: 'broken' });
	});

	it('still comes with the time-out where n8n has put its own signal in place', async () => {
		const send: Send = async (options) => {
			options.abortSignal = new AbortController().signal;
			Object.assign(options, { abortSignal: undefined });
			return await endless(options);
		};
		expect(await ask(send, { timeoutMs: 60 })).toMatchObject({ lost: 'broken' });
	});
});
