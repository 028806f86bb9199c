import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
afterAll(async () => await sandboxes.close());

const providers = [
	['autocalls', 'autocallsApi', {}],
	['quo', 'quoApi', {}],
	['voximplant', 'voximplantApi', { application: { mode: 'name', value: 'support' } }],
	['worksection', 'worksectionApi', {}],
] as const;

describe.each(providers)('what n8n is told of %s', (provider, type, more) => {
	const cause = async (wrong = false) => {
		const { credentials, wrongCredentials } = sandboxes[provider];
		const run = await runNode({
			node: provider,
			parameters: {
				resource: 'user',
				operation: 'getAll',
				options: { retries: 0, requestsPerSecond: 0 },
				...more,
			},
			credentials: { [type]: wrong ? wrongCredentials : credentials },
		});
		return run.error;
	};

	it('with a wrong key is that somebody has to mend the credential', async () => {
		expect(await cause(true)).toMatchObject({ failure: { cause: 'credential-invalid' } });
	});

	it('with its rate used up is how long to wait', async () => {
		sandboxes[provider].faults.next({
			kind: 'status',
			status: 429,
			headers: { 'retry-after': '7' },
		});
		expect(await cause()).toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 7000 },
		});
	});

	it('out of order is that it may work again later', async () => {
		sandboxes[provider].faults.next({ kind: 'status', status: 503 });
		expect(await cause()).toMatchObject({ failure: { cause: 'temporarily-unavailable' } });
	});
});

it('a write whose outcome is unknown gives n8n no cause to repeat it', async () => {
	sandboxes.autocalls.faults.next({ kind: 'resetInBody' });
	const run = await runNode({
		node: 'autocalls',
		parameters: {
			resource: 'user',
			operation: 'transferBalance',
			user: { mode: 'id', value: '1' },
			balanceType: 'minutes',
			direction: 'add',
			amount: 1,
		},
		credentials: { autocallsApi: sandboxes.autocalls.credentials },
	});
	expect(errorWords(run.error)).toContain('unknown');
	expect(run.error).not.toMatchObject({ failure: expect.anything() });
});

it('a user who was written and cannot be read back gives n8n no cause to run it again', async () => {
	const headers = { 'retry-after': '30' };
	sandboxes.autocalls.faults.always(
		{ kind: 'status', status: 503, headers },
		({ method }) => method === 'GET',
	);
	const run = await runNode({
		node: 'autocalls',
		parameters: {
			resource: 'user',
			operation: 'register',
			name: 'Nathan',
			email: 'nathan@example.net',
			password: 'correct horse',
			output: 'unified',
			options: { retries: 0 },
		},
		credentials: { autocallsApi: sandboxes.autocalls.credentials },
	});
	expect(errorWords(run.error)).toMatch(
		/was registered, but could not be read back.*Don't run this/,
	);
	expect(run.error).not.toMatchObject({ failure: expect.anything() });
});
