import { randomBytes } from 'node:crypto';
import dns from 'node:dns';
import { gzipSync } from 'node:zlib';
import { CredentialError } from '../../../nodes/shared/auth/credentialError';
import { cancellableSleep } from '../../../nodes/shared/http/sleep';
import { SIGN_AGAIN } from '../../../nodes/shared/auth/signAgain';
import { freePort } from '../../harness/ports';
import { call, clientFor, KEY } from './testClient';
import {
	cut,
	drip,
	fine,
	hang,
	html,
	json,
	reset,
	short,
	truncatedGzip,
	WireServer,
} from './wireServer';

/** Sleeps as ever, and remembers for how long. */
jest.mock('../../../nodes/shared/http/sleep', () => ({
	cancellableSleep: jest.fn(
		jest.requireActual('../../../nodes/shared/http/sleep').cancellableSleep,
	),
}));
const waits = () => jest.mocked(cancellableSleep).mock.calls.map(([ms]) => ms);
beforeEach(() => jest.mocked(cancellableSleep).mockClear());

let server: WireServer;
beforeAll(async () => (server = await WireServer.open()));
afterAll(async () => await server.close());

const client = (options: Partial<Parameters<typeof clientFor>[0]> = {}) =>
	clientFor({ url: server.url, ...options });

/** Waits without waiting: the policy's waits are drawn from this. */
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void jest.restoreAllMocks());

const gzip = truncatedGzip(
	gzipSync(JSON.stringify({ ok: true, pad: randomBytes(500).toString('hex') })),
);
const cutWords = 'the connection was cut before the answer was complete';
const slowWords = 'no complete answer within 0.5 s';

const lost = [
	['a reset before the answer', reset, cutWords],
	['a reset inside the answer', cut, cutWords],
	['an answer that ends too early', short, cutWords],
	['gzip that ends too early', gzip, 'the answer is cut off or not JSON'],
	['no answer at all', hang, slowWords],
	['an answer that drips in', drip, slowWords],
	['a web page with HTTP 200', html, 'the answer is a web page, not JSON'],
	['an empty HTTP 200', json(''), 'the answer is empty'],
	[
		'JSON that ends too early',
		json('{"ok":tr'),
		'the answer is cut off or not JSON (8 characters)',
	],
	['JSON of another kind', json({ other: 1 }), 'the answer does not have the expected form'],
	['JSON null', json('null'), 'the answer does not have the expected form'],
	['HTTP 408', json({ message: 'slow' }, 408), 'slow'],
	['HTTP 500', json({ message: 'boom' }, 500), 'boom'],
	['HTTP 502 as a web page', json('<html>', 502), 'the answer is a web page, not JSON'],
	['HTTP 503', json({}, 503), 'no'],
	['HTTP 504 without a body', json('', 504), 'the answer is empty'],
] as const;

describe.each(lost)('%s', (_what, reaction, words) => {
	const isSlow = reaction === hang || reaction === drip;
	const limits = { retries: 2, ...(isSlow && { timeoutMs: 500 }) };

	it('is repeated for a read', async () => {
		server.react(reaction, fine);
		expect((await client({ limits }).read()).value).toEqual({ ok: true });
		expect(server.arrived).toHaveLength(2);
	});

	it('is an error of a read in the end, with the tries counted', async () => {
		server.react(reaction);
		const { error } = await client({ limits: { ...limits, retries: 1 } }).read();
		expect(error?.message).toMatch(/^Plainly: /);
		expect(error?.message).toContain(words);
		expect(error?.message).toContain(', after 2 tries');
		expect(error?.details.outcomeUnknown).toBe(false);
		expect(server.arrived).toHaveLength(2);
	});

	it('is never repeated for a write, whose outcome is then unknown', async () => {
		server.react(reaction, fine);
		const { error } = await client({ limits }).write();
		expect(error?.message).toContain(words);
		expect(error?.details.outcomeUnknown).toBe(true);
		expect(server.arrived).toHaveLength(1);
	});
});

describe('a refusal', () => {
	it.each([400, 401, 403, 404, 409, 422])(
		'with HTTP %d is final, for reads and writes',
		async (status) => {
			server.react(json({ message: 'You may not.' }, status));
			const limits = { retries: 3 };
			const { read, write } = client({ limits });
			for (const { error } of [await read(), await write()]) {
				expect(error).toMatchObject({
					message: `Plainly: You may not (HTTP ${status}).`,
					description: 'Check the values of this operation.',
				});
				expect(error?.details).toMatchObject({ status, outcomeUnknown: false });
				expect(error?.details.cause).toBe(status === 401 ? 'credential-invalid' : undefined);
			}
			expect(server.arrived).toHaveLength(2);
		},
	);

	it('that is a web page tells what to check', async () => {
		server.react(json('<html><h1>Not Found</h1></html>', 404));
		const { error } = await client().read();
		expect(error?.message).toBe('Plainly: the answer is a web page, not JSON (HTTP 404).');
		expect(error?.description).toContain('Check the URL in the credential');
	});

	it('inside HTTP 200 is read by the provider', async () => {
		server.react(json({ ok: true, error: { code: 7, msg: 'Nope' } }));
		const readError = () => ({ text: 'Nope', code: '7', next: 'Look.' });
		const { error } = await client({ connection: { readError }, limits: { retries: 2 } }).read();
		expect(error).toMatchObject({
			message: 'Plainly: Nope (code 7).',
			description: 'Look.',
		});
		expect(server.arrived).toHaveLength(1);
	});
});

describe('a rate that is used up', () => {
	const busy = (headers = {}) => json({ message: 'Slow down' }, 429, headers);

	it('is waited for, by reads and writes', async () => {
		for (const act of ['read', 'write'] as const) {
			server.react(busy(), busy({ 'retry-after': '0' }), fine);
			expect((await client({ limits: { retries: 2 } })[act]()).value).toEqual({ ok: true });
			expect(server.arrived).toHaveLength(3);
		}
	});

	it('is waited for as long as is asked', async () => {
		server.react(busy({ 'retry-after': '1' }), fine);
		const { ms, value } = await client({ limits: { retries: 1, maxWaitMs: 2000 } }).read();
		expect(value).toEqual({ ok: true });
		expect(ms).toBeGreaterThanOrEqual(1000);
		expect(waits()).toEqual([1000]);
	});

	it('is an error at once where more is asked than may be waited', async () => {
		server.react(busy({ 'retry-after': '90' }));
		for (const act of ['read', 'write'] as const) {
			const { error } = await client({ limits: { retries: 4, maxWaitMs: 60_000 } })[act]();
			expect(error?.message).toBe('Plainly: Slow down (HTTP 429).');
			expect(error?.description).toMatch(
				/^Plainly asked for a wait of 90 s, but only 60 s of 'Max Wait' remain\./,
			);
			expect(error?.details).toMatchObject({
				cause: 'rate-limited',
				retryAfterMs: 90_000,
				outcomeUnknown: false,
			});
		}
		expect(waits()).toEqual([]);
		expect(server.arrived).toHaveLength(2);
	});

	it('counts all waits for one request together', async () => {
		server.react(busy({ 'retry-after': '0.4' }));
		const { error } = await client({ limits: { retries: 9, maxWaitMs: 1000 } }).read();
		expect(server.arrived).toHaveLength(3);
		expect(error?.message).toBe('Plainly: Slow down, after 3 tries (HTTP 429).');
		expect(error?.description).toContain('asked for a wait of 1 s, but only 0 s');
	});

	it('inside HTTP 200 is waited for, too', async () => {
		const readError = ({ body }: { body: unknown }) =>
			JSON.stringify(body).includes('busy')
				? { text: 'Too many', kind: 'rateLimited' as const }
				: undefined;
		for (const act of ['read', 'write'] as const) {
			server.react(json({ busy: true }), fine);
			const ended = await client({ connection: { readError }, limits: { retries: 1 } })[act]();
			expect(ended.value).toEqual({ ok: true });
		}
	});
});

describe("a signature whose time isn't accepted", () => {
	const connection = {
		readError: ({ body }: { body: unknown }) =>
			JSON.stringify(body).includes('455')
				? { text: 'Bad clock', code: '455', kind: 'signatureExpired' as const }
				: undefined,
	};

	it('is made again once, for reads only', async () => {
		server.react(json({ error: 455 }), fine);
		const options = { connection, limits: { retries: 4 } };
		expect((await client(options).read()).value).toEqual({ ok: true });
		expect(server.arrived.map(({ headers }) => headers[SIGN_AGAIN])).toEqual([undefined, '1']);
		server.react(json({ error: 455 }));
		expect((await client(options).read()).error?.message).toContain('Bad clock, after 2 tries');
		expect(server.arrived).toHaveLength(2);
		server.react(json({ error: 455 }));
		const { error } = await client(options).write();
		expect(error?.details).toMatchObject({ code: '455', outcomeUnknown: false });
		expect(server.arrived).toHaveLength(1);
	});
});

describe('a provider that cannot be reached', () => {
	it('is tried again, for reads and writes, where the connection is refused', async () => {
		const port = await freePort();
		const url = `http://127.0.0.1:${port}`;
		for (const act of ['read', 'write'] as const) {
			const { error } = await clientFor({ url, limits: { retries: 2 } })[act]();
			expect(error).toMatchObject({
				kind: 'unreachable',
				message: `Plainly: the connection was refused (127.0.0.1:${port}), after 3 tries.`,
				description: 'Check the URL in the credential and the network of this machine.',
			});
			expect(error?.details.outcomeUnknown).toBe(false);
			expect(error?.details.status).toBeUndefined();
		}
	});

	it('is not tried again where there is no such host', async () => {
		const notFound = Object.assign(new Error(), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
		const lookUp = jest.spyOn(dns, 'lookup').mockImplementation((...asked: unknown[]) => {
			setImmediate(asked.at(-1) as (error: Error) => void, notFound);
		});
		const url = 'http://no-such-host.invalid';
		const { error } = await clientFor({ url, limits: { retries: 4 } }).read();
		expect(error?.message).toMatch(/there is no host no-such-host\.invalid\./);
		expect(error?.message).not.toContain('tries');
		expect(lookUp).toHaveBeenCalledTimes(1);
	});
});

describe('a credential that cannot be used', () => {
	const sign = () => {
		throw new CredentialError('"API Key" is empty. Paste the key into the credential.');
	};

	it('is an error in its own words, and nothing is sent', async () => {
		server.react(fine);
		for (const act of ['read', 'write'] as const) {
			const { error } = await client({ sign, limits: { retries: 3 } })[act]();
			expect(error?.message).toBe(
				'Plainly: "API Key" is empty. Paste the key into the credential.',
			);
			expect(error?.details.outcomeUnknown).toBe(false);
		}
		expect(server.arrived).toHaveLength(0);
	});
});

describe('what is sent', () => {
	it('is the call as it is, encoded once', async () => {
		server.react(fine);
		const query = { 'a b': 'ä&=+/?#', yes: true, count: 7 };
		await client().read({ ...call, query });
		expect(server.arrived[0]).toMatchObject({
			method: 'GET',
			url: '/users?a%20b=%C3%A4%26%3D%2B%2F%3F%23&yes=true&count=7',
			body: '',
		});
		expect(server.arrived[0]?.headers).toMatchObject({
			accept: 'application/json',
			authorization: `Bearer ${KEY}`,
		});
		expect(server.arrived[0]?.headers).not.toHaveProperty('content-type');
	});

	it('is a form, or JSON, as the call wants it', async () => {
		server.react(fine);
		const { write } = client();
		await write({ method: 'POST', path: '/a', form: { 'p w': 'ä b&c', on: false } });
		await write({ method: 'POST', path: '/b', json: { a: ['ä'], b: { c: null } } });
		await write({ method: 'POST', path: '/c' });
		expect(server.arrived.map(({ body, headers }) => [body, headers['content-type']])).toEqual([
			['p%20w=%C3%A4%20b%26c&on=false', 'application/x-www-form-urlencoded'],
			['{"a":["ä"],"b":{"c":null}}', 'application/json'],
			['', undefined],
		]);
	});
});
