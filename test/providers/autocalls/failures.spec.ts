import { startAutocalls } from '../../../sandbox';
import { errorWords, runNode, startNode, testCredential } from '../../harness';
import { freePort } from '../../harness/ports';
import { onceRefused } from '../../harness/refused';
import { everythingSaved } from '../noSecrets';
import { ids, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const LIST = 'GET /white-label/users';
const REGISTER = 'POST /white-label/register';
const nathan = { name: 'Nathan', email: 'nathan@example.net', password: 'correct horse' };
const list = async (options = {}, more = {}) => await platform.getAll({ options }, more);

describe('a key', () => {
	it('of a user who is no admin is told apart from a wrong one', async () => {
		const credentials = { autocallsApi: platform.sandbox.nonAdminCredentials };
		const run = await list({}, { credentials });
		expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '403' });
		expect(errorWords(run.error)).toBe(
			'Autocalls: You are not a white label admin (HTTP 403). This API key lacks the permission: use the API key of a white-label admin.',
		);
		expect(platform.asked).toEqual([LIST]);
	});

	it('that is wrong says where to find the right one', async () => {
		const credentials = { autocallsApi: platform.sandbox.wrongCredentials };
		const run = await list({}, { credentials });
		expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '401' });
		expect(errorWords(run.error)).toBe(
			'Autocalls: Unauthenticated (HTTP 401). Check the API key in the credential: copy it again from Autocalls under API keys.',
		);
		expect(platform.asked).toEqual([LIST]);
	});

	it('is sent as Bearer, with the wish for JSON, and trimmed', async () => {
		const { apiKey, baseUrl } = platform.sandbox.credentials;
		const pasted = { apiKey: ` Bearer ${String(apiKey)}\n`, baseUrl: `${String(baseUrl)}/ ` };
		const run = await list({}, { credentials: { autocallsApi: pasted } });
		expect(run.json).toHaveLength(25);
		const headers = platform.sandbox.log[0]?.headers;
		expect(headers?.authorization).toBe(`Bearer ${String(apiKey)}`);
		expect(headers?.accept).toMatch(/^application\/json/);
	});

	it('that the provider echoes is hidden', async () => {
		const key = String(platform.sandbox.credentials.apiKey);
		const body = { message: `Key ${key} (${encodeURIComponent(key)}) of Bearer ${key} is locked.` };
		platform.sandbox.faults.next({ kind: 'body', status: 400, body });
		const { error } = await list();
		expect(errorWords(error)).toMatch(
			/^Autocalls: Key \[hidden\] \(\[hidden\]\) of (Bearer )?\[hidden\] is locked \(HTTP 400\)\./,
		);
	});

	it('that is missing is an error of each item, without a request', async () => {
		const run = await runNode({
			node: 'autocalls',
			parameters: { resource: 'user', operation: 'register', ...nathan },
			input: [{}, {}],
			onError: 'continueRegularOutput',
		});
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const { error } of run.json) expect(error).toMatch(/credential/i);
		expect(everythingSaved(run)).not.toContain(nathan.password);
		expect(platform.asked).toEqual([]);
	});

	it.each([
		[{ baseUrl: 'http://app.autocalls.ai/api' }, /would send your key unencrypted/],
		[{ baseUrl: '' }, /"Base URL" is empty/],
		[{ apiKey: '' }, /"API Key" is empty/],
		[{ apiKey: 'two words' }, /"API Key" has a space/],
	])(
		'or address that cannot be used is refused before anything is sent: %j',
		async (data, words) => {
			const autocallsApi = { ...platform.sandbox.credentials, ...data };
			const run = await list({}, { credentials: { autocallsApi } });
			expect(errorWords(run.error)).toMatch(words);
			expect(platform.asked).toEqual([]);
		},
	);
});

describe('a read', () => {
	it.each([
		{ kind: 'status', status: 429, headers: { 'retry-after': '0' } },
		{ kind: 'status', status: 500 },
		{ kind: 'status', status: 408 },
		{ kind: 'reset' },
		{ kind: 'resetInBody' },
		{ kind: 'html200' },
		{ kind: 'malformed' },
	] as const)('is repeated after %j', async (fault) => {
		platform.sandbox.faults.next(fault);
		const run = await list();
		expect(run.json).toEqual(platform.sandbox.people);
		expect(platform.asked).toEqual([LIST, LIST]);
	});

	it("that is refused with HTTP 200 ends with the provider's words", async () => {
		platform.sandbox.faults.always({ kind: 'body', body: { error: 'The platform is frozen.' } });
		const { error } = await list();
		expect(errorWords(error)).toBe(
			'Autocalls: The platform is frozen. Try again later. If it keeps failing, ask the provider for help.',
		);
		expect(platform.asked).toEqual([LIST]);
	});

	it.each([400, 404, 422])('is not repeated after HTTP %i', async (status) => {
		platform.sandbox.faults.always({ kind: 'status', status });
		expect((await list()).error).toMatchObject({ httpCode: String(status) });
		expect(platform.asked).toEqual([LIST]);
	});

	it('is repeated as often as Retries says, and the error tells it', async () => {
		platform.sandbox.faults.always({ kind: 'status', status: 500 });
		const run = await list({ retries: 2, maxWait: 0.02 });
		expect(errorWords(run.error)).toBe(
			'Autocalls: Server Error, after 3 tries (HTTP 500). Autocalls failed to process the request. Try again later.',
		);
		expect(platform.asked).toEqual([LIST, LIST, LIST]);
	});

	it('does not wait longer than Max Wait', async () => {
		const headers = { 'retry-after': '90' };
		platform.sandbox.faults.next({ kind: 'status', status: 429, headers });
		const { error } = await list();
		expect(error).toMatchObject({ httpCode: '429' });
		expect(errorWords(error)).toContain(
			"Autocalls asked for a wait of 90 s, but only 60 s of 'Max Wait' remain. Run again after that time, or raise 'Max Wait' under Options.",
		);
		expect(platform.asked).toEqual([LIST]);
	});
});

describe('a write', () => {
	it('is repeated after 429, since nothing was done', async () => {
		const headers = { 'retry-after': '0' };
		platform.sandbox.faults.next({ kind: 'status', status: 429, headers });
		const run = await platform.run('register', nathan);
		expect(ids(run)).toEqual([1026]);
		expect(platform.asked).toEqual([REGISTER, REGISTER]);
		expect(platform.sandbox.people).toHaveLength(26);
	});

	it('is not repeated after 500: nothing is known', async () => {
		platform.sandbox.faults.next({ kind: 'status', status: 500 });
		await platform.run('register', nathan);
		expect(platform.asked).toEqual([REGISTER, LIST]);
	});

	it('is repeated after a refused connection, since it was never sent', async () => {
		const port = await freePort();
		const baseUrl = `http://127.0.0.1:${port}/api`;
		const write = (options: { retries: number }) => ({
			node: 'autocalls',
			credentials: { autocallsApi: { ...platform.sandbox.credentials, baseUrl } },
			parameters: { resource: 'user', operation: 'register', ...nathan, options },
		});
		const { error } = await runNode(write({ retries: 0 }));
		expect(errorWords(error)).toMatch(/the connection was refused .*Check the URL/);

		const refused = new Promise<void>((resolve) => onceRefused(port, resolve));
		const { finished } = startNode(write({ retries: 10 }));
		await refused;
		const back = await startAutocalls({ users: 2, port });
		try {
			const run = await finished;
			expect(run.json).toMatchObject([{ id: 1003, created: true }]);
			expect(back.log.map(({ method }) => method)).toEqual(['POST']);
		} finally {
			await back.close();
		}
	});

	it('does not follow a redirect', async () => {
		const location = `${platform.sandbox.url}/white-label/elsewhere`;
		platform.sandbox.faults.next({ kind: 'redirect', location, status: 307 });
		const { error } = await platform.run('register', nathan);
		expect(errorWords(error)).toContain('the API redirects a write to');
		expect(platform.asked).toEqual([REGISTER]);
	});
});

describe('a redirect', () => {
	it('to another origin is refused, and its host named', async () => {
		const other = await startAutocalls({ users: 1 });
		try {
			const location = `${other.url}/white-label/users`;
			platform.sandbox.faults.next({ kind: 'redirect', location });
			const run = await list();
			expect(run.error).toBeDefined();
			expect(errorWords(run.error)).toContain(new URL(other.url).host);
			expect(errorWords(run.error)).toContain('where the node sends no key');
			expect(other.log).toEqual([]);
			expect(platform.asked).toEqual([LIST]);
		} finally {
			await other.close();
		}
	});

	it('within the same origin is followed, with the key', async () => {
		platform.sandbox.faults.next({ kind: 'redirect', location: '/api/white-label/users?page=1' });
		const run = await list();
		expect(run.json).toHaveLength(25);
		expect(platform.asked).toEqual([LIST, `${LIST}?page=1`]);
	});
});

describe("the provider's words", () => {
	it.each<[unknown, string]>([
		[{ errors: { name: ['Too long.', 'Too odd.'] }, message: 'x' }, 'name: Too long. Too odd'],
		[{ message: 'Only this.', error: 'x' }, 'Only this'],
		[{ success: false, error: 'No sender.', code: 'SENDER_NOT_FOUND' }, 'No sender'],
		[{}, 'the request was refused'],
		[['odd'], 'odd'],
	])('are found in %j', async (body, words) => {
		platform.sandbox.faults.next({ kind: 'body', status: 400, body });
		const text = JSON.stringify(body);
		const code = text.includes('"code"') ? ', code SENDER_NOT_FOUND' : '';
		const next = text.includes('"errors"')
			? 'Correct the field that the message names.'
			: 'Check the values that you entered.';
		expect(errorWords((await list()).error)).toBe(`Autocalls: ${words} (HTTP 400${code}). ${next}`);
	});

	it('carry the status and the code into an API error', async () => {
		const body = { error: 'No sender.', code: 'SENDER_NOT_FOUND' };
		platform.sandbox.faults.next({ kind: 'body', status: 404, body });
		const { error } = await list();
		expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404' });
	});
});

describe('the credential test', () => {
	it('passes for the right key, also for one of no admin, as /user/me is for all', async () => {
		const { credentials, nonAdminCredentials } = platform.sandbox;
		const fine = { status: 'OK', message: 'Connection successful!' };
		expect(await testCredential('autocallsApi', credentials)).toEqual(fine);
		expect(await testCredential('autocallsApi', nonAdminCredentials)).toEqual(fine);
		expect(platform.asked).toEqual(['GET /user/me', 'GET /user/me']);
	});

	it('fails for a wrong key, with the reason', async () => {
		expect(await testCredential('autocallsApi', platform.sandbox.wrongCredentials)).toEqual({
			status: 'Error',
			message: expect.stringContaining('401 Unauthorized'),
		});
	});

	it('fails for an address that is not the API', async () => {
		const baseUrl = platform.sandbox.url.replace('/api', '');
		const data = { ...platform.sandbox.credentials, baseUrl };
		expect(await testCredential('autocallsApi', data)).toEqual({
			status: 'Error',
			message: expect.stringContaining('ends in /api'),
		});
	});
});
