import { errorWords } from '../../harness';
import { OAuth2Fixture } from './oAuth2.fixture';

/** What n8n stored when the credential was connected, and where that leads. */

const account = new OAuth2Fixture(3);
const { getAll } = account;
const REFUSED = { error: 'invalid_client', errorDescription: 'Client authentication failed' };

describe('a credential that is not connected', () => {
	it.each([
		['never was', undefined],
		['has an empty answer', {}],
	])('%s: connect, before anything is sent', async (_what, oauthTokenData) => {
		const { oauthTokenData: _, ...credential } = account.stored.worksectionOAuth2Api ?? {};
		account.stored = {
			worksectionOAuth2Api: { ...credential, ...(oauthTokenData && { oauthTokenData }) },
		};
		expect((await getAll()).error?.message).toBe(
			'The credential is not connected: open it, and connect it.',
		);
		expect(account.paths).toEqual([]);
	});

	it('got a refusal, which n8n takes for a connection: its words, before anything is sent', async () => {
		account.answered(REFUSED, {});
		const run = await getAll();
		expect(run.error?.message).toBe(
			"Worksection refused the connection: Client authentication failed (invalid_client). Check 'Client ID' and 'Client Secret'. Reconnect: open the credential, and connect it again.",
		);
		expect(account.paths).toEqual([]);
	});

	it('got it beside the token of an earlier connection: no request is sent with that', async () => {
		account.answered(REFUSED);
		const run = await getAll();
		expect(run.error?.message).toContain('Client authentication failed (invalid_client)');
		expect(run.error?.message).toContain(
			'Reconnect: open the credential, and connect it again. Select Disconnect',
		);
		expect(account.paths).toEqual([]);
	});

	it('works once it is connected after a refusal, which n8n keeps beside the token', async () => {
		account.answered(account.token, REFUSED);
		expect(account.token.error).toBe('invalid_client');
		expect((await getAll()).json).toHaveLength(3);
		account.sandbox.expireTokens();
		expect((await getAll()).json).toHaveLength(3);
		expect(account.token).not.toHaveProperty('error');
	});

	it('keeps the client secret to itself, should the provider echo it', async () => {
		const { clientSecret } = account.sandbox.oAuth2Client;
		account.answered(
			{ error: 'invalid_client', errorDescription: `No client ${clientSecret}` },
			{},
		);
		const { error } = await getAll();
		expect(error?.message).toContain('No client [hidden] (invalid_client)');
	});
});

describe('the address in the token answer', () => {
	it.each([
		['https://evil.example', 'evil.example'],
		['https://worksection.com.evil.example', 'worksection.com.evil.example'],
		['https://evilworksection.com', 'evilworksection.com'],
		['http://acme.worksection.com', 'unencrypted'],
		['https://me:secret@acme.worksection.com', 'user name or password'],
		['https://acme.worksection.com?x=1', '? or #'],
		['ftp://acme.worksection.com', 'ftp:'],
		['acme', 'not a URL'],
	])('%s is refused before the token is sent', async (account_url, words) => {
		account.answered({ account_url });
		const { error } = await getAll();
		expect(error?.message).toContain('account_url');
		expect(error?.message).toContain(words);
		expect(account.paths).toEqual([]);
	});

	it.each([undefined, '', null])('has to be there: %j', async (account_url) => {
		account.answered({ account_url });
		const { error } = await getAll();
		expect(error?.message).toBe(
			"Worksection's token answer names no account (account_url). Reconnect: open the credential, and connect it again.",
		);
		expect(account.paths).toEqual([]);
	});
});

describe('a scope that is missing', () => {
	it.each(['inBody', 403] as const)('is named, however it is refused: %s', async (scopeRefusal) => {
		account.sandbox.settings.scopeRefusal = scopeRefusal;
		account.connect('users_read');
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(errorWords(run.error)).toContain(
			"Add 'users_write' to 'Scope' in the credential, and connect it again",
		);
		expect(account.sandbox.people).toHaveLength(3);
	});

	it.each([
		['user', 'getAll', {}, 'users_read'],
		['team', 'getAll', {}, 'users_read'],
		['team', 'create', { teamName: 'New' }, 'users_write'],
		['contact', 'getAll', {}, 'contacts_read'],
		['contact', 'create', { email: 'a@example.com', name: 'A' }, 'contacts_write'],
	])('%s %s', async (resource, operation, parameters, scope) => {
		// Who may list teams can see whether there is one of that name.
		account.connect(
			operation === 'create' && resource === 'team' ? 'users_read' : 'administrative',
		);
		const run = await account.run(operation, { resource, ...parameters });
		expect(errorWords(run.error)).toContain(`Add '${scope}' to 'Scope' in the credential`);
		expect(account.sandbox.log.filter(({ method }) => method === 'POST').length).toBeLessThan(2);
	});

	it('is named beside what else may be missing: the permission of the person', async () => {
		account.connect('users_read');
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(run.error).toHaveProperty(
			'description',
			"Add 'users_write' to 'Scope' in the credential, and connect it again. If the scope is there, the person who connected may not do this.",
		);
	});

	it('is not blamed for a list that is too long', async () => {
		const body = { status: 'error', status_code: 1, message: 'Too many records (10000 max)' };
		account.sandbox.faults.next({ kind: 'body', body });
		expect(errorWords((await getAll()).error)).not.toContain('Scope');
	});

	it('is not blamed for a value that is wrong', async () => {
		await account.run('invite', { email: 'new@example.com' });
		const run = await account.run('invite', { email: 'new@example.com' });
		expect(errorWords(run.error)).not.toContain('Scope');
	});
});

describe('the published rate', () => {
	it('is kept for the account whatever its token, and while that is renewed', async () => {
		account.sandbox.settings.rateLimit = 1;
		const options = { requestsPerSecond: 1, retries: 0 };
		expect((await getAll({ options })).error).toBeUndefined();
		account.sandbox.expireTokens();
		const run = await account.run('invite', { email: 'new@example.com', options });
		expect(run.error).toBeUndefined();
		expect((await getAll({ options })).error).toBeUndefined();
	});
});
