import type { INodeParameters } from 'n8n-workflow';
import { startWorksection } from '../../../sandbox';
import { errorWords, runNode, startNode, testCredential } from '../../harness';
import { freePort } from '../../harness/ports';
import { onceRefused } from '../../harness/refused';
import { WorksectionFixture } from './fixture';

const account = new WorksectionFixture(5);
const list = async (options: INodeParameters = {}, more = {}) =>
	await account.getAll({ options }, more);
const TOO_MANY = { status: 'error', status_code: 29, message: 'Too many requests' };

describe('the published rate of one request a second', () => {
	const three = { input: ['a', 'b', 'c'].map((who) => ({ who })) };
	const invite = (options: INodeParameters) => ({
		node: 'worksection',
		parameters: {
			resource: 'user',
			operation: 'invite',
			email: '={{ $json.who }}@example.net',
			options,
		},
		credentials: { worksectionApi: account.sandbox.credentials },
		...three,
	});
	const gaps = () =>
		account.sandbox.log.slice(1).map(({ at }, index) => at - (account.sandbox.log[index]?.at ?? 0));

	it('is kept unless said otherwise, whatever the concurrency', async () => {
		account.sandbox.settings.rateLimit = 1;
		const run = await runNode(invite({ concurrency: 3, retries: 0 }));
		expect(run.error).toBeUndefined();
		expect(run.json.map(({ invited }) => invited)).toEqual([true, true, true]);
		expect(account.sandbox.log).toHaveLength(3);
		expect(Math.min(...gaps())).toBeGreaterThanOrEqual(1000);
	});

	it('can be raised', async () => {
		const run = await runNode(invite({ requestsPerSecond: 20 }));
		expect(run.json).toHaveLength(3);
		// One that the published rate never allows is enough: the machine may be slow.
		expect(Math.min(...gaps())).toBeLessThan(1000);
	});
});

describe('an error in HTTP 200', () => {
	it.each([TOO_MANY, 'Too many requests'])(
		'of the rate is waited for and repeated in a read, also without JSON: %j',
		async (body) => {
			account.sandbox.faults.next({ kind: 'body', body });
			const run = await list();
			expect(run.json).toEqual(account.sandbox.people);
			expect(account.actions).toEqual(['get_users', 'get_users']);
		},
	);

	it.each([TOO_MANY, 'Too many requests', '"Too many requests"', '["Too many requests"]'])(
		'of the rate is not repeated in a write, nor looked up: %j',
		async (body) => {
			account.sandbox.faults.next({ kind: 'body', body });
			const run = await account.run('invite', { email: 'nathan@example.net' });
			expect(run.items).toEqual([]);
			expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '200' });
			expect(errorWords(run.error)).toContain('Worksection allows one request per second.');
			expect(account.actions).toEqual(['add_user']);
			expect(account.sandbox.people).toHaveLength(5);
		},
	);

	it('of the rate that stays is an error that says so', async () => {
		account.sandbox.faults.always({ kind: 'body', body: TOO_MANY });
		const run = await list({ retries: 2, maxWait: 0.02 });
		expect(errorWords(run.error)).toBe(
			"Worksection: Too many requests, after 3 tries (code 29). Worksection allows one request per second. Run again in a moment, or lower 'Requests per Second' under Options.",
		);
		expect(account.actions).toHaveLength(3);
	});

	it.each<[object, string]>([
		[
			{ status_code: 10, message: 'Field is required', message_details: 'email' },
			'Worksection: Field is required: email (code 10). Fill in the field that the message names.',
		],
		[
			{ status_code: 20, message: 'Access denied' },
			'Worksection: Access denied (code 20). This API key lacks the permission: use the admin API key of the account.',
		],
		[
			{ status_code: 77, message: 'Something new' },
			'Worksection: Something new (code 77). Check the values of this operation.',
		],
		[{}, 'Worksection: the request was refused. Check the values of this operation.'],
	])("is told in the provider's words, and not repeated: %j", async (said, message) => {
		account.sandbox.faults.always({ kind: 'body', body: { status: 'error', ...said } });
		const run = await list();
		expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '200' });
		expect(errorWords(run.error)).toBe(message);
		expect(account.actions).toEqual(['get_users']);
	});

	it('of a list beyond ten thousand is no list', async () => {
		const { people } = account.sandbox;
		const [first] = people;
		if (first)
			for (let id = 0; people.length <= 10_000; id++) people.push({ ...first, id: `x${id}` });
		expect(errorWords((await list()).error)).toContain('Too many records (10000 max)');
	});
});

describe('a key', () => {
	it.each(['md5', 'hmac'])(
		'that is wrong says where to find the right one: %s',
		async (signature) => {
			const worksectionApi = { ...account.sandbox.wrongCredentials, signature };
			const run = await list({}, { credentials: { worksectionApi } });
			expect(errorWords(run.error)).toBe(
				'Worksection: Action hash is missed or invalid (code 2). Check the API key and the account URL in the credential: the owner finds the key under Account → API → Show API key.',
			);
			expect(account.actions).toEqual(['get_users']);
		},
	);

	it('and the hash made with it are hidden where the provider echoes them', async () => {
		const key = String(account.sandbox.credentials.apiKey);
		let hash = '';
		const body = { status: 'error', status_code: 2, message: '' };
		account.sandbox.faults.next({
			kind: 'body',
			body,
			mutate: ({ query }) => {
				hash = query.hash ?? '';
				body.message = `Key ${key} makes no ${hash}`;
			},
		});
		const { error } = await list();
		expect(hash).toMatch(/^[0-9a-f]{32}$/);
		expect(errorWords(error)).toContain('Key [hidden] makes no [hidden] (code 2)');
	});

	it('that is missing is an error, without a request', async () => {
		const parameters = { resource: 'user', operation: 'getAll' };
		const run = await runNode({ node: 'worksection', parameters });
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(/credential/i);
		expect(account.asked).toEqual([]);
	});

	it.each([
		[{ accountUrl: 'http://acme.worksection.com' }, /would send your key unencrypted/],
		[{ accountUrl: '' }, /"Account URL" is empty/],
		[{ apiKey: '  ' }, /"API Key" is empty/],
	])(
		'or address that cannot be used is refused before anything is sent: %j',
		async (data, words) => {
			const worksectionApi = { ...account.sandbox.credentials, ...data };
			const run = await list({}, { credentials: { worksectionApi } });
			expect(errorWords(run.error)).toMatch(words);
			expect(account.asked).toEqual([]);
		},
	);

	it('reaches an account whose address was pasted whole', async () => {
		const accountUrl = ` ${account.sandbox.url}/api/admin/v2/ `;
		const worksectionApi = { ...account.sandbox.credentials, accountUrl };
		expect((await list({}, { credentials: { worksectionApi } })).json).toHaveLength(5);
		expect(account.sandbox.log.map(({ path }) => path)).toEqual(['/api/admin/v2/']);
	});
});

describe('redirects', () => {
	it.each([
		{ kind: 'status', status: 429, headers: { 'retry-after': '0' } },
		{ kind: 'status', status: 502 },
		{ kind: 'reset' },
		{ kind: 'resetInBody' },
		{ kind: 'html200' },
	] as const)('is tried again by a read after %j', async (fault) => {
		account.sandbox.faults.next(fault);
		expect((await list()).json).toHaveLength(5);
		expect(account.actions).toEqual(['get_users', 'get_users']);
	});

	it('is tried again by a write after 429', async () => {
		const headers = { 'retry-after': '0' };
		account.sandbox.faults.next({ kind: 'status', status: 429, headers });
		const run = await account.run('invite', { email: 'nathan@example.net' });
		expect(run.json).toMatchObject([{ invited: true }]);
		expect(account.actions).toEqual(['add_user', 'add_user']);
	});

	it('is tried again by a write after a refused connection', async () => {
		const port = await freePort();
		const accountUrl = `http://127.0.0.1:${port}`;
		const options = { retries: 10, requestsPerSecond: 0 };
		const refused = new Promise<void>((resolve) => onceRefused(port, resolve));
		const { finished } = startNode({
			node: 'worksection',
			parameters: { resource: 'user', operation: 'invite', email: 'nathan@example.net', options },
			credentials: { worksectionApi: { ...account.sandbox.credentials, accountUrl } },
		});
		await refused;
		const back = await startWorksection({ users: 1, port });
		try {
			expect((await finished).json).toMatchObject([{ invited: true }]);
			expect(back.log.map(({ query }) => query.action)).toEqual(['add_user']);
		} finally {
			await back.close();
		}
	});

	it.each(['md5', 'hmac'])(
		'to another origin are never followed, and name it: %s',
		async (signature) => {
			const other = await startWorksection({ users: 1 });
			try {
				const location = `${other.url}/api/admin/v2/?action=get_users`;
				account.sandbox.faults.next({ kind: 'redirect', location });
				const worksectionApi = { ...account.sandbox.credentials, signature };
				const { error } = await list({}, { credentials: { worksectionApi } });
				expect(errorWords(error)).toContain(
					`the API redirects to another host (${new URL(other.url).host}), where the node sends no key`,
				);
				expect(other.log).toEqual([]);
				expect(account.actions).toEqual(['get_users']);
			} finally {
				await other.close();
			}
		},
	);

	it.each(['md5', 'hmac'])(
		'may lead on within the account, signed afresh: %s',
		async (signature) => {
			account.sandbox.faults.next({
				kind: 'redirect',
				location: '/api/admin/v2?action=get_users&hash=00000000000000000000000000000000',
			});
			const worksectionApi = { ...account.sandbox.credentials, signature };
			const run = await list({}, { credentials: { worksectionApi } });
			expect(run.error).toBeUndefined();
			expect(run.json).toHaveLength(5);
			const signed = /^action=get_users&hash=(?!0{32})[0-9a-f]{32}$/;
			const [, second] = account.sandbox.log;
			expect(second?.path).toBe('/api/admin/v2');
			expect(second?.rawQuery).toMatch(signature === 'md5' ? signed : /^action=get_users$/);
		},
	);
});

describe('the credential test', () => {
	it.each(['md5', 'hmac'])(
		'tells a right key from a wrong one in HTTP 200: %s',
		async (signature) => {
			const { credentials, wrongCredentials } = account.sandbox;
			expect(await testCredential('worksectionApi', { ...credentials, signature })).toEqual({
				status: 'OK',
				message: 'Connection successful!',
			});
			expect(await testCredential('worksectionApi', { ...wrongCredentials, signature })).toEqual({
				status: 'Error',
				message: expect.stringContaining('Action hash is missed or invalid'),
			});
			expect(account.sandbox.log.map(({ status }) => status)).toEqual([200, 200]);
		},
	);

	it.each<[object, string]>([
		[{ status: 'error', status_code: 20, message: 'Access denied' }, '20: access denied'],
		[TOO_MANY, 'Too many requests'],
		[{ status: 'error', status_code: 99, message: 'New' }, 'refused the request'],
		[{ hello: 'there' }, 'not as the Worksection API does'],
	])('fails with a reason: %j', async (body, words) => {
		account.sandbox.faults.next({ kind: 'body', body });
		expect(await testCredential('worksectionApi', account.sandbox.credentials)).toEqual({
			status: 'Error',
			message: expect.stringContaining(words),
		});
	});
});
