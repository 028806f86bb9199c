import { clientFor, KEY } from './testClient';
import { hang, json, WireServer } from './wireServer';

let server: WireServer;
beforeAll(async () => (server = await WireServer.open()));
afterAll(async () => await server.close());

const hash = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const password = 'Pass/wörd & "9"';

const client = (timeoutMs = 5000) =>
	clientFor({
		url: server.url,
		sign: (options) => {
			options.headers = { ...options.headers, Authorization: `Bearer jwt.${KEY}.sig` };
			options.url += `?hash=${hash}`;
		},
		limits: { timeoutMs },
	});

const write = async (timeoutMs?: number) =>
	await client(timeoutMs).write({
		method: 'POST',
		path: '/users',
		form: { password },
		secrets: [password],
	});

/** As the provider might spell it. */
const spellings = (secret: string) => [
	secret,
	encodeURIComponent(secret),
	JSON.stringify(secret).slice(1, -1),
];

function expectHidden(shown: string): void {
	for (const secret of [KEY, hash, password]) {
		for (const spelling of spellings(secret)) expect(shown).not.toContain(spelling);
	}
}

/** Says back all that it was told. */
const parrot =
	(status: number): Parameters<WireServer['react']>[0] =>
	(response, { url, headers, body }) => {
		const form = new URLSearchParams(body).get('password') ?? '';
		const message = `${headers.authorization} ${url} ${body} ${form} ${KEY}`;
		json({ message, ok: status === 200, all: [{ message }] }, status)(
			response,
			{ method: '', url, headers, body, at: 0 },
			0,
		);
	};

it.each([400, 401, 422, 429, 500])(
	'a refusal with HTTP %d shows no secret it echoes',
	async (status) => {
		server.react(parrot(status));
		for (const { fault, shown } of [await client().read(), await write()]) {
			expect(fault?.message).toContain('[hidden]');
			expectHidden(shown);
		}
	},
);

it('an answer that becomes an item shows no secret it echoes', async () => {
	server.react(parrot(200));
	for (const { value, shown } of [await client().read(), await write()]) {
		expect(value).toBeDefined();
		expect(shown).toContain('[hidden]');
		expectHidden(shown);
	}
});

it('a text that is no JSON shows no secret, also where it is cut in the middle of one', async () => {
	for (let at = 20; at < 80; at += 3) {
		server.react(json(`${'x'.repeat(at)}${KEY}${hash}${password}`));
		const { shown } = await write();
		expectHidden(shown);
		expect(shown).not.toContain(KEY.slice(0, 6));
	}
});

it('a header shows no secret', async () => {
	server.react(json('', 302, { location: `https://${KEY}.example/?${hash}` }));
	expectHidden((await client().read()).shown);
});

it('a request without an answer shows no secret', async () => {
	server.react(hang);
	expectHidden((await write(300)).shown);
});
