import { errorWords } from '../../harness';
import { at, by, names } from './fixture';
import { OAuth2Fixture } from './oAuth2.fixture';

const account = new OAuth2Fixture();
const { getAll } = account;
const API = '/api/oauth2 get_users';
const RENEWED = [API, '/oauth2/token', '/oauth2/refresh', API];

describe('with a token', () => {
	it('the list comes from the account that the token answer names, signed with Bearer', async () => {
		const run = await getAll({ output: 'simplified' });
		expect(run.error).toBeUndefined();
		expect(names(run)).toEqual(account.sandbox.people.map(({ name }) => name));
		expect(account.paths).toEqual([API]);
		expect(at(account.sandbox.log, 0).headers.authorization).toBe(
			`Bearer ${String(account.token.access_token)}`,
		);
	});

	it.each(['simplified', 'unified', 'scim'])(
		'%s has no date, and a hint says why',
		async (output) => {
			const run = await getAll({ output });
			expect(run.messages).toEqual([
				"Worksection returned no 'date_added' for any of the users. With OAuth2, Worksection doesn't return this field: where you need it, choose a credential with the API key.",
			]);
			const [first = {}] = run.json;
			expect([first.date_added ?? null, first.createdAt ?? null]).toEqual([null, null]);
		},
	);

	it('no hint is given where no date was asked for', async () => {
		expect((await getAll({ output: 'selected', fields: ['email'] })).messages).toEqual([]);
	});

	it('one user has no date either, and the hint is the same', async () => {
		const user = by('email', at(account.sandbox.people, 3).email);
		const run = await account.run('get', { user, output: 'unified' });
		expect(run.json).toEqual([expect.objectContaining({ createdAt: null })]);
		expect(run.messages).toEqual([
			"Worksection returned no 'date_added' for the user. With OAuth2, Worksection doesn't return this field: where you need it, choose a credential with the API key.",
		]);
	});

	it('no hint is given beside the answers to removals, which show no user', async () => {
		account.connect('users_read', 'projects_read', 'projects_write');
		const user = by('id', at(account.sandbox.people, 3).id);
		const removal = { user, projects: 'all', output: 'raw' };
		const run = await account.run('removeFromProjects', removal);
		expect(run.json).toEqual([{ status: 'ok' }, { status: 'ok' }]);
		expect(run.messages).toEqual([]);
	});

	it.each([
		['Added After', { addedAfter: '2026-01-01' }],
		['Added Before', { addedBefore: '2026-01-01' }],
	])('the filter %s is refused before anything is sent', async (title, filters) => {
		const run = await getAll({ filters });
		expect(errorWords(run.error)).toBe(
			`The filter '${title}' can't be used with OAuth2: Worksection returns the time only to the admin API key. Remove the filter, or choose a credential with the API key.`,
		);
		expect(account.paths).toEqual([]);
	});

	it('a user is invited', async () => {
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([
			expect.objectContaining({ email: 'new@example.com', invited: true }),
		]);
		expect(account.paths).toEqual(['/api/oauth2 add_user']);
	});

	it('the choice is between two', async () => {
		const run = await getAll({ authentication: 'basic' });
		expect(errorWords(run.error)).toMatch(
			/'Authentication' must be one of apiKey, oAuth2|credential/i,
		);
		expect(account.paths).toEqual([]);
	});
});

describe('a token that is over', () => {
	it('is renewed beside the address that gives tokens, and kept', async () => {
		const before = account.token;
		account.sandbox.expireTokens();
		const run = await getAll();
		expect(run.error).toBeUndefined();
		expect(run.json).toHaveLength(25);
		expect(account.paths).toEqual(RENEWED);
		expect(Object.keys(account.token).sort()).toEqual([
			...['access_token', 'account_url', 'expires_in', 'n8n_expires_at'],
			...['refresh_token', 'token_type'],
		]);
		expect(account.token.access_token).not.toBe(before.access_token);
		expect(account.token.refresh_token).not.toBe(before.refresh_token);
		expect(Number(account.token.n8n_expires_at)).toBeGreaterThan(Date.now() + 86_000_000);
		await getAll();
		expect(account.paths).toEqual([...RENEWED, API]);
	});

	it('is renewed where tokens are given, should Worksection take it there', async () => {
		account.sandbox.settings.tokenRefresh = 'accepted';
		account.sandbox.expireTokens();
		expect((await getAll()).json).toHaveLength(25);
		expect(account.paths).toEqual([API, '/oauth2/token', API]);
		expect((await getAll()).error).toBeUndefined();
		expect(account.paths).toHaveLength(4);
	});

	it('is renewed once for many items, which still share what was read', async () => {
		account.sandbox.expireTokens();
		const input = account.sandbox.people.slice(0, 5).map(({ email }) => ({ email }));
		const user = by('email', '={{ $json.email }}');
		const run = await account.run('get', { user, options: { concurrency: 3 } }, { input });
		expect(run.json.map(({ email }) => email)).toEqual(input.map(({ email }) => email));
		expect(account.paths).toEqual(RENEWED);
	});

	it('does not make a write happen twice', async () => {
		account.sandbox.expireTokens();
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(run.json).toEqual([expect.objectContaining({ invited: true })]);
		expect(account.paths).toEqual([
			...['/api/oauth2 add_user', '/oauth2/token', '/oauth2/refresh', '/api/oauth2 add_user'],
		]);
		expect(account.sandbox.people.filter(({ email }) => email === 'new@example.com')).toHaveLength(
			1,
		);
	});

	it.each(['refused', 'accepted'] as const)(
		'that was revoked: the words of the provider, and reconnect; renewal %s',
		async (tokenRefresh) => {
			account.sandbox.settings.tokenRefresh = tokenRefresh;
			const before = account.token;
			account.sandbox.revokeTokens();
			const run = await getAll();
			expect(run.error?.message).toBe(
				'Worksection: the token is not renewed: Token has been revoked (invalid_request). Reconnect: open the credential, and connect it again.',
			);
			expect(run.error).toMatchObject({ failure: { cause: 'credential-invalid' } });
			expect(account.token).toEqual(before);
			expect(account.paths).toEqual(RENEWED.slice(0, 3));
		},
	);

	it('is refused even when it is new: reconnect', async () => {
		account.sandbox.expireTokens();
		account.sandbox.faults.always(
			{ kind: 'status', status: 401, body: { error: 'access_denied', errorDescription: 'No.' } },
			({ path }) => path === '/api/oauth2',
		);
		const run = await getAll();
		expect(errorWords(run.error)).toBe(
			'Worksection: No (HTTP 401). Reconnect: open the credential, and connect it again.',
		);
		expect(account.paths).toEqual(RENEWED);
	});
});

describe('a renewal that fails on the way', () => {
	const isRenewal = ({ path }: { path: string }) => path === '/oauth2/refresh';
	const isToken = ({ path }: { path: string }) => path === '/oauth2/token';

	it.each([
		['HTTP 503', { kind: 'status', status: 503 }, isRenewal],
		['a cut connection', { kind: 'reset' }, isRenewal],
		['a web page', { kind: 'html200' }, isRenewal],
		['HTTP 503 where tokens are given', { kind: 'status', status: 503 }, isToken],
		['a web page where tokens are given', { kind: 'html200' }, isToken],
		['a cut connection where tokens are given', { kind: 'reset' }, isToken],
	] as const)('once: %s', async (_what, fault, when) => {
		account.sandbox.expireTokens();
		account.sandbox.faults.next(fault, when);
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([expect.objectContaining({ invited: true })]);
		expect(account.paths.filter((path) => path.startsWith('/api'))).toHaveLength(3);
	});

	it('always: says that it is the token', async () => {
		account.sandbox.expireTokens();
		account.sandbox.faults.always({ kind: 'status', status: 503 }, isRenewal);
		const run = await account.run('invite', { email: 'new@example.com', options: { retries: 1 } });
		expect(errorWords(run.error)).toBe(
			'Worksection: the token could not be renewed: HTTP 503, not JSON, after 2 tries. Try again later.',
		);
	});

	it('without an answer: ends with the time-out of the node', async () => {
		account.sandbox.expireTokens();
		account.sandbox.faults.always({ kind: 'hang' }, isToken);
		const run = await getAll({ options: { timeout: 300, retries: 0 } });
		expect(errorWords(run.error)).toContain('no complete answer within 0.3 s');
	});
});
