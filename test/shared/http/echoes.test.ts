import { clientFor, KEY } from './testClient';
import { hang, json, WireServer } from './wireServer';

let server: WireServer;
beforeAll(async () => (server = await WireServer.open()));
afterAll(async () => await server.close());

const signature = 'aB3/dE6+gH9-0a1b2c3d4e5f';
const password = 'Pass/wörd & "9"';

/** A provider that signs in a header and in a query parameter of its own name. */
const client = (timeoutMs = 5000) =>
	clientFor({
		url: server.url,
		connection: { signature: { query: ['x-sig'] } },
		sign: (options) => {
			options.headers = { ...options.headers, Authorization: `Bearer jwt.${KEY}.sig` };
			options.url += `?x-sig=${encodeURIComponent(signature)}`;
		},
		limits: { timeoutMs },
	});

const write = async (timeoutMs?: number) =>
	await client(timeoutMs).write({
		method: 'POST',
		path: '/users',
		form: { password },
		passwords: ['password'],
	});

/** As the provider might spell it. */
const spellings = (secret: string) => [
	secret,
	encodeURIComponent(secret),
	JSON.stringify(secret).slice(1, -1),
];

function expectHidden(shown: string): void {
	for (const secret of [KEY, signature, password]) {
		for (const spelling of spellings(secret)) expect(shown).not.toContain(spelling);
	}
}

/** Answers with all that it was sent. */
const echo =
	(status: number): Parameters<WireServer['react']>[0] =>
	(response, { url, headers, body }) => {
		const form = new URLSearchParams(body).get('password') ?? '';
		const query = new URLSearchParams(url.split('?')[1]).get('x-sig') ?? '';
		const signed = `${headers.authorization} ${url} ${query} ${KEY}`;
		// In an item, a password is hidden only as a whole value.
		const ok = status === 200;
		const message = ok ? signed : `${signed} ${body} ${form}`;
		const all = [{ message, form }, form, encodeURIComponent(form)];
		json({ message, ok, all }, status)(response, { method: '', url, headers, body, at: 0 }, 0);
	};

it.each([400, 401, 422, 429, 500])(
	'a refusal with HTTP %d shows no secret it echoes',
	async (status) => {
		server.react(echo(status));
		for (const { error, shown } of [await client().read(), await write()]) {
			expect(error?.message).toContain('[hidden]');
			expectHidden(shown);
		}
	},
);

it('an answer that becomes an item shows no secret it echoes', async () => {
	server.react(echo(200));
	for (const { value, shown } of [await client().read(), await write()]) {
		expect(value).toBeDefined();
		expect(shown).toContain('[hidden]');
		expectHidden(shown);
	}
});

it('a text that is no JSON shows no secret, also where it is cut in the middle of one', async () => {
	for (let at = 20; at < 80; at += 3) {
		server.react(json(`${'x'.repeat(at)}${KEY}${signature}${password}`));
		const { shown } = await write();
		expectHidden(shown);
		expect(shown).not.toContain(KEY.slice(0, 6));
	}
});

it('a header shows no secret', async () => {
	server.react(json('', 302, { location: `https://${KEY}.example/?x-sig=${signature}` }));
	expectHidden((await client().read()).shown);
});

it('a request without an answer shows no secret', async () => {
	server.react(hang);
	expectHidden((await write(300)).shown);
});

it("one provider's signature is nothing to another, which sends the same values", async () => {
	server.react(json({ message: 'x-sig=0a1b2c3d4e token=0a1b2c3d4e' }, 400));
	const read = async (name: string) => {
		const connection = { title: name, signature: { query: [name] } };
		return (await clientFor({ url: server.url, connection }).read()).error?.message;
	};
	expect(await read('x-sig')).toBe('x-sig: x-sig=[hidden] token=0a1b2c3d4e (HTTP 400).');
	expect(await read('token')).toBe('token: x-sig=0a1b2c3d4e token=[hidden] (HTTP 400).');
});
