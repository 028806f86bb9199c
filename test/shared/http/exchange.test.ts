import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { exchange, type OutgoingRequest } from '../../../nodes/shared/http/exchange';
import { Secrets } from '../../../nodes/shared/http/secrets';

const request: OutgoingRequest = {
	provider: 'Plainly',
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

const noSecrets = () => new Secrets([]);

const ask = async (send: Send, more: Partial<OutgoingRequest> = {}, secrets = noSecrets()) =>
	await exchange({ send }, { ...request, ...more }, secrets);

const coded = (code: string) => Object.assign(new Error(code), { code });

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
		const send: Send = async (options) => {
			options.headers = { ...options.headers, Authorization: 'Bearer the-jwt-1234' };
			const echo = ['the-api-key-1', 'the-jwt-1234', options.url];
			return await answering(JSON.stringify({ echo, id: 7 }))(options);
		};
		expect(await ask(send, {}, new Secrets(['the-api-key-1']))).toMatchObject({
			body: { echo: ['[hidden]', '[hidden]', request.url], id: 7 },
		});
	});

	it('of a request that failed adds its signature to the secrets, too', async () => {
		const secrets = noSecrets();
		const send: Send = async (options) => {
			options.headers = { Authorization: 'Bearer the-jwt-1234' };
			return await failing(coded('ECONNRESET'))(options);
		};
		await ask(send, {}, secrets);
		expect(secrets.hideInText('a the-jwt-1234 b')).toBe('a [hidden] b');
	});
});

it('a request that failed is the error that stood in its way', async () => {
	expect(await ask(failing(coded('ECONNRESET')))).toMatchObject({
		kind: 'answerLost',
		message: 'Plainly: the connection was cut before the answer was complete.',
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
			url: request.url,
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
			kind: 'answerLost',
			message: 'Plainly: no complete answer within 0.06 s.',
			description: "Raise 'Timeout' under Options, or try again later.",
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
			{ ...request, signal: who === 'the request' ? signal : undefined },
			noSecrets(),
		);
		await sleep(20);
		controller.abort();
		expect(await Promise.race([asked, nextTurn()])).toMatchObject({ kind: 'cancelled' });
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
			const to = { ...request, signal: walk, timeoutMs: 60 };
			await exchange({ send: adding(send), signal: host }, to, noSecrets());
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
			const to = { ...request, signal: who === 'the request' ? over : undefined };
			expect(await exchange(host, to, noSecrets())).toMatchObject({
				kind: 'cancelled',
				message: 'Plainly: the execution was canceled before the request was sent.',
				description: '',
			});
			expect(send).not.toHaveBeenCalled();
		},
	);

	it('that came from n8n before ends the request at once', async () => {
		const send: Send = async (options) => {
			options.abortSignal = AbortSignal.abort();
			return await endless(options);
		};
		expect(await Promise.race([ask(send), nextTurn()])).toMatchObject({ kind: 'answerLost' });
	});

	it('still comes with the time-out where n8n has put its own signal in place', async () => {
		const send: Send = async (options) => {
			options.abortSignal = new AbortController().signal;
			Object.assign(options, { abortSignal: undefined });
			return await endless(options);
		};
		expect(await ask(send, { timeoutMs: 60 })).toMatchObject({ kind: 'answerLost' });
	});
});
