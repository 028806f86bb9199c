import { redirectOf } from '../../../nodes/shared/http/redirect';
import { call, clientFor, KEY } from './testClient';
import { fine, json, redirect, WireServer } from './wireServer';

let server: WireServer;
let other: WireServer;
beforeAll(async () => {
	server = await WireServer.open();
	other = await WireServer.open();
});
afterAll(async () => await Promise.all([server.close(), other.close()]));

const client = () => clientFor({ url: server.url, limits: { retries: 3 } });

it.each([301, 302, 303, 307, 308])(
	'HTTP %d within the origin is followed by a read',
	async (status) => {
		server.react(redirect('/elsewhere?a=1', status), fine);
		expect((await client().read()).value).toEqual({ ok: true });
		expect(server.arrived.map(({ method, url }) => [method, url])).toEqual([
			['GET', '/users'],
			['GET', '/elsewhere?a=1'],
		]);
		expect(server.arrived[1]?.headers.authorization).toBe(`Bearer ${KEY}`);
	},
);

it('a read that posts keeps posting the same', async () => {
	server.react(redirect('/b'), fine);
	await client().read({ method: 'POST', path: '/a', form: { q: 1 } });
	expect(server.arrived.map(({ method, body }) => [method, body])).toEqual([
		['POST', 'q=1'],
		['POST', 'q=1'],
	]);
});

it('five redirects are followed, a sixth is an error', async () => {
	const five = [1, 2, 3, 4, 5].map((number) => redirect(`/${number}`));
	server.react(...five, fine);
	expect((await client().read()).value).toEqual({ ok: true });
	server.react(...five, redirect('/6'), fine);
	const { error } = await client().read();
	expect(error?.message).toContain('Plainly: the API redirects more than 5 times (HTTP 302).');
	expect(server.arrived).toHaveLength(6);
});

it('a loop ends as an error, and is not tried again', async () => {
	server.react(redirect('/users'));
	const { error } = await client().read();
	expect(error?.message).toContain('the API redirects more than 5 times');
	expect(server.arrived).toHaveLength(6);
});

it.each([301, 302, 303, 307, 308])(
	'HTTP %d to another origin is an error that names the host, and nothing goes there',
	async (status) => {
		server.react(redirect(`${other.url}/users`, status));
		other.react(fine);
		for (const act of ['read', 'write'] as const) {
			const { error } = await client()[act]();
			expect(error?.message).toContain(
				`the API redirects to another host (127.0.0.1:${other.port}), where the node sends no key (HTTP ${status}).`,
			);
		}
		expect(server.arrived).toHaveLength(2);
		expect(other.arrived).toHaveLength(0);
	},
);

it('another origin is an error also at the second redirect', async () => {
	server.react(redirect('/b'), redirect(`//127.0.0.1:${other.port}/users`));
	other.react(fine);
	const { error } = await client().read();
	expect(error?.message).toContain(`the API redirects to another host (127.0.0.1:${other.port})`);
	expect(other.arrived).toHaveLength(0);
});

it('a write is never followed by another request', async () => {
	server.react(redirect('/elsewhere', 307), fine);
	const { error } = await client().write();
	expect(error?.message).toMatch(
		/^Plainly: the API redirects a write to 127\.0\.0\.1:\d+\/elsewhere/,
	);
	expect(server.arrived).toHaveLength(1);
});

it('what follows a redirect is read and repeated like any other answer', async () => {
	server.react(redirect('/b'), json({ message: 'boom' }, 500), redirect('/b'), fine);
	jest.spyOn(Math, 'random').mockReturnValue(0);
	expect((await client().read()).value).toEqual({ ok: true });
	expect(server.arrived.map(({ url }) => url)).toEqual(['/users', '/b', '/users', '/b']);
	jest.restoreAllMocks();
});

it('a redirect shows no secret of its address', async () => {
	server.react(redirect(`https://evil.example/?key=${KEY}`));
	const { shown } = await client().read({ ...call, query: { a: 1 } });
	expect(shown).toContain('evil.example');
	expect(shown).not.toContain(KEY);
});

it.each([
	['https://a.example', 'http://a.example/x'],
	['https://a.example', 'https://a.example:8443/'],
	['https://a.example', 'https://b.a.example/'],
])('%s does not lead to %s', (from, location) => {
	const answer = { status: 302, headers: { location }, text: '', body: undefined };
	const redirected = { provider: 'Plainly', from: `${from}/users`, followed: 0, write: false };
	expect(redirectOf(answer, redirected)).toMatchObject({ kind: 'refused' });
});

it.each([undefined, '', 'http://', 'http://[bad'])('to %p it leads nowhere', (location) => {
	const headers: Record<string, string> = location === undefined ? {} : { location };
	const answer = { status: 302, headers, text: '', body: undefined };
	expect(
		redirectOf(answer, {
			provider: 'Plainly',
			from: 'https://a.example/x',
			followed: 0,
			write: false,
		}),
	).toMatchObject({
		kind: 'refused',
		message: 'Plainly: the API redirects, but gives no valid address (HTTP 302).',
		description: 'Check the URL in the credential: enter the one that does not redirect.',
	});
});

it.each([200, 204, 300, 304, 305, 400])('HTTP %d is no redirect', (status) => {
	const answer = { status, headers: { location: '/b' }, text: '', body: undefined };
	expect(
		redirectOf(answer, {
			provider: 'Plainly',
			from: 'https://a.example/x',
			followed: 0,
			write: false,
		}),
	).toBe(undefined);
});
