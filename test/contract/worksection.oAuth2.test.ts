import { startWorksection, type WorksectionSandbox } from '../../sandbox';
import { worksectionApp } from './clients';
import { worksectionError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: WorksectionSandbox;
let app: ReturnType<typeof worksectionApp>;
beforeAll(async () => {
	sandbox = await startWorksection({ users: 30 });
	app = worksectionApp(sandbox);
});
afterEach(() => sandbox.reset());
afterEach(() => void jest.restoreAllMocks());
afterAll(() => sandbox.close());

const DAY = 86_400_000;
const LIST = 'action=get_users';
const later = (ms: number) => {
	const at = Date.now() + ms;
	jest.spyOn(Date, 'now').mockImplementation(() => at);
};
const refused = (error: string, errorDescription: string) => ({ error, errorDescription });

describe('authorize', () => {
	test('shows the person what the application asks for', async () => {
		const { status, headers, data } = await app.ask({ scope: 'users_read,projects_write' });
		expect([status, headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/html/)]);
		expect(data).toMatch(/users_read.*projects_write/);
	});

	test('sends the person back with a code and the state', async () => {
		const { status, headers } = await app.allow({ state: 'x & y=z' });
		expect(status).toBe(302);
		const { origin, pathname, searchParams } = new URL(String(headers.location));
		expect(origin + pathname).toBe(app.redirect_uri);
		expect(Object.fromEntries(searchParams)).toEqual({
			code: expect.stringMatching(/^def502/),
			state: 'x & y=z',
		});
	});

	test('keeps the parameters of the redirect URI', async () => {
		const { headers } = await app.allow({ redirect_uri: `${app.redirect_uri}?a=1` });
		expect(new URL(String(headers.location)).searchParams.get('a')).toBe('1');
	});

	test.each([
		['another application', { client_id: 'other' }],
		['no application', { client_id: undefined }],
		['no state', { state: undefined }],
		['no scope', { scope: '' }],
		['an unknown scope', { scope: 'users_read,people_read' }],
		['another kind of answer', { response_type: 'token' }],
		['no redirect URI', { redirect_uri: undefined }],
		['a redirect URI without HTTPS', { redirect_uri: 'http://n8n.example.com/callback' }],
	])('refuses %s, and sends nobody back', async (_what, other) => {
		for (const { status, headers } of [await app.ask(other), await app.allow(other)]) {
			expect([status, headers.location]).toEqual([400, undefined]);
		}
	});
});

describe('token', () => {
	test('gives both tokens, and the account that the person chose', async () => {
		const answer = await app.connect();
		expectShape(answer, 'worksection#/$defs/tokens');
		expect(answer.account_url).toBe(sandbox.url);
	});

	test('takes its parameters in a form, too', async () => {
		const { client, redirect_uri } = app;
		const code = await app.code();
		const form = { ...client, grant_type: 'authorization_code', redirect_uri, code };
		const { data } = await app.http.post('/oauth2/token', new URLSearchParams(form));
		expectShape(data, 'worksection#/$defs/tokens');
	});

	const client = refused('invalid_client', 'Client authentication failed');
	test.each([
		['another application', { client_id: 'other' }, client],
		['a wrong secret', { client_secret: 'wrong' }, client],
		['no secret', { client_secret: undefined }, client],
		['a code that is none', { code: 'other' }, { error: 'invalid_request' }],
		['another redirect URI', { redirect_uri: 'https://other/' }, { error: 'invalid_request' }],
		['another grant', { grant_type: 'password' }, { error: 'unsupported_grant_type' }],
	])('refuses %s with HTTP 200, and keeps the code', async (_what, other, expected) => {
		const code = await app.code();
		const answer = await app.exchange({ code, ...other });
		expectShape(answer, 'worksection#/$defs/oAuth2Error');
		expect(answer).toMatchObject(expected);
		expectShape(await app.exchange({ code }), 'worksection#/$defs/tokens');
	});

	test('takes a code once, for ten minutes', async () => {
		const [used, old] = [await app.code(), await app.code()];
		await app.exchange({ code: used });
		const again = refused('invalid_request', 'Authorization code has been revoked');
		expect(await app.exchange({ code: used })).toEqual(again);
		later(600_000);
		const over = refused('invalid_request', 'Authorization code has expired');
		expect(await app.exchange({ code: old })).toEqual(over);
	});

	test('is asked by POST', async () => {
		expect((await app.http.get('/oauth2/token')).status).toBe(405);
	});
});

describe('refresh', () => {
	test('gives new tokens without the account, and ends those from before', async () => {
		const before = await app.connect();
		const after = await app.refresh(before.refresh_token);
		expectShape(after, 'worksection#/$defs/renewedTokens');
		expect(after.access_token).not.toBe(before.access_token);
		expect(after.refresh_token).not.toBe(before.refresh_token);
		expect((await app.call(before.access_token, LIST)).status).toBe(401);
		expect((await app.call(after.access_token, LIST)).status).toBe(200);
		expect(await app.refresh(before.refresh_token)).toMatchObject({ error: 'invalid_request' });
	});

	test('keeps the scopes', async () => {
		const { refresh_token } = await app.connect('users_read');
		const { access_token } = await app.refresh(refresh_token);
		expect((await app.call(access_token, LIST)).data.status).toBe('ok');
		expect((await app.call(access_token, 'action=get_contacts')).data.status).toBe('error');
	});

	test('takes the token of an application for a month', async () => {
		const { refresh_token } = await app.connect();
		const wrong = refused('invalid_client', 'Client authentication failed');
		expect(await app.refresh(refresh_token, { client_secret: 'wrong' })).toEqual(wrong);
		later(29 * DAY);
		const next = await app.refresh(refresh_token);
		expectShape(next, 'worksection#/$defs/renewedTokens');
		later(31 * DAY);
		expect(await app.refresh(next.refresh_token)).toEqual(
			refused('invalid_request', 'Token has expired'),
		);
	});

	test('is not for /oauth2/token, unless it is told so', async () => {
		const { refresh_token } = await app.connect();
		const params = { ...app.client, grant_type: 'refresh_token', refresh_token };
		const send = async () => (await app.http.post('/oauth2/token', undefined, { params })).data;
		expect(await send()).toMatchObject({ error: 'unsupported_grant_type' });
		sandbox.settings.tokenRefresh = 'accepted';
		expectShape(await send(), 'worksection#/$defs/renewedTokens');
		sandbox.settings.tokenRefresh = 'refused';
	});
});

describe('a call with a token', () => {
	test.each(['GET', 'POST'])('lists the members without their dates: %s', async (method) => {
		const { access_token } = await app.connect();
		const { status, data } = await app.call(access_token, LIST, method);
		expect(status).toBe(200);
		expectShape(data, 'worksection#/$defs/users');
		const expected = sandbox.people.map(({ date_added: _, ...person }) => person);
		expect(data.data).toEqual(expected);
	});

	const unauthorized = async (token: string) => {
		const { status, data } = await app.call(token, LIST);
		expect(status).toBe(401);
		expectShape(data, 'worksection#/$defs/oAuth2Error');
	};

	test('that is none is refused with HTTP 401', async () => {
		const { refresh_token } = await app.connect();
		for (const token of ['', 'other', refresh_token, String(sandbox.credentials.apiKey)]) {
			await unauthorized(token);
		}
	});

	test('that is over is refused with HTTP 401: after a day, or when it was taken back', async () => {
		const [first, second] = [await app.connect(), await app.connect()];
		later(DAY + 1000);
		await unauthorized(first.access_token);
		sandbox.revokeTokens();
		await unauthorized(second.access_token);
		expect(await app.refresh(second.refresh_token)).toEqual(
			refused('invalid_request', 'Token has been revoked'),
		);
	});

	test('is no call with the admin API key', async () => {
		const { access_token } = await app.connect();
		const headers = { authorization: `Bearer ${access_token}` };
		const { data } = await app.http.get(`/api/admin/v2?${LIST}`, { headers });
		expect(data).toEqual(worksectionError(2, 'Action hash is missed or invalid'));
	});

	test.each([
		['users_read', 'action=get_users'],
		['users_read', 'action=get_user_groups'],
		['users_write', 'action=add_user&email=new@example.com'],
		['users_write', 'action=add_user_group&title=New'],
		['contacts_read', 'action=get_contacts'],
		['contacts_read', 'action=get_contact_groups'],
		['contacts_write', 'action=add_contact&email=new@example.com&name=New'],
		['projects_read', 'action=get_projects'],
		['projects_write', 'action=delete_project_members&id_project=6622&members=PERSON'],
	])('needs %s for %s, and no other', async (scope, query) => {
		const sent = query.replace('PERSON', sandbox.people[0]?.email ?? '');
		const { access_token } = await app.connect(scope);
		expect((await app.call(access_token, sent, 'POST')).data).toMatchObject({ status: 'ok' });
		const [area = '', kind] = scope.split('_');
		const other = `${area}_${kind === 'read' ? 'write' : 'read'},tasks_read,administrative`;
		const { access_token: without } = await app.connect(other);
		const { data } = await app.call(without, sent, 'POST');
		expectShape(data, 'worksection#/$defs/error');
		sandbox.settings.scopeRefusal = 403;
		expect((await app.call(without, sent, 'POST')).status).toBe(403);
		sandbox.settings.scopeRefusal = 'inBody';
	});
});
