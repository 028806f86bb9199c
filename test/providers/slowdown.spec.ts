import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, holdRequests, type NodeRun, runNode } from '../harness';

// A provider that becomes ten times slower in mid-walk: everybody comes, or a clear failure in time.

const USERS = 60;
const FAST_MS = 30;
const SLOW_MS = 300;

let sandboxes: Sandboxes;
beforeAll(async () => {
	sandboxes = await startSandboxes({
		users: USERS,
		autocalls: { paginate: 'laravel', perPage: 5 },
	});
});
afterAll(async () => await sandboxes.close());

const providers = ['autocalls', 'quo', 'voximplant'] as const;
type Provider = (typeof providers)[number];

/** From its third request on the provider is slow. */
function slowDown(provider: Provider): void {
	const sandbox = sandboxes[provider];
	sandbox.reset();
	sandbox.latencyMs = FAST_MS;
	sandbox.faults.always({
		kind: 'mutate',
		mutate: () => {
			if (sandbox.log.length >= 2) sandbox.latencyMs = SLOW_MS;
		},
	});
}

async function list(provider: Provider, more: object = {}): Promise<NodeRun & { ms: number }> {
	slowDown(provider);
	const sandbox = sandboxes[provider];
	const options = { pageSize: 5, requestsPerSecond: 0, ...more };
	const application = { __rl: true, mode: 'name', value: 'support.acme.voximplant.com' };
	const started = Date.now();
	const run = await runNode({
		node: provider,
		credentials: { [`${provider}Api`]: sandbox.credentials },
		parameters: {
			...{ resource: 'user', operation: 'getAll', returnAll: true, output: 'raw', options },
			...(provider === 'voximplant' && { application }),
		},
	});
	return Object.assign(run, { ms: Date.now() - started });
}

describe.each(providers)('%s, ten times slower in mid-walk', (provider) => {
	it('still gives everybody, once', async () => {
		const { error, json } = await list(provider);
		expect(error).toBeUndefined();
		const ids = json.map(({ id, user_id: userId }) => id ?? userId);
		expect(new Set(ids).size).toBe(USERS);
		expect(ids).toHaveLength(USERS);
		expect(sandboxes[provider].latencyMs).toBe(SLOW_MS);
	});

	it('ends with an error that names the time-out where it is shorter than that', async () => {
		const { error, json, ms } = await list(provider, { timeout: 150, retries: 1, maxWait: 1 });
		expect(errorWords(error)).toContain('no complete answer within 0.15 s, after 2 tries');
		expect(json).toEqual([]);
		// Two tries and a pause of at most a second, of the page that came too late.
		expect(ms).toBeLessThan(5000);
	});
});

it.each([
	[0, 1],
	[1000, 10],
])(
	'a concurrency of %i is brought to %i, with a hint, and all are registered',
	async (asked, kept) => {
		const { autocalls } = sandboxes;
		autocalls.reset();
		const input = Array.from({ length: 25 }, (_, index) => ({ email: `new.${index}@example.com` }));
		const side = holdRequests(autocalls, kept);
		const { error, json, messages } = await runNode({
			node: 'autocalls',
			credentials: { autocallsApi: autocalls.credentials },
			parameters: {
				...{ resource: 'user', operation: 'register', output: 'simplified' },
				...{ name: 'Someone', email: '={{ $json.email }}', password: 'Passw0rd-of-someone' },
				options: { concurrency: asked },
			},
			input,
		});
		expect(error).toBeUndefined();
		expect(json.map(({ email }) => email)).toEqual(input.map(({ email }) => email));
		expect(messages).toEqual([`'Concurrency' was set to ${kept}: it can be 1 to 10.`]);
		expect(side.most).toBe(kept);
	},
);
