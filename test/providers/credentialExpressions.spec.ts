import {
	type AutocallsSandbox,
	type Sandboxes,
	startAutocalls,
	startSandboxes,
} from '../../sandbox';
import { runNode } from '../harness';
import { credentialTypeOf, providerNames } from '../harness/providers';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
afterAll(async () => await sandboxes.close());

const sandboxOf = (provider: string) => sandboxes[provider as 'quo'];

/** Each field as an expression that reads the field of the same name from the input item. */
const asExpressions = (credentials: Record<string, unknown>) =>
	Object.fromEntries(
		Object.keys(credentials).map((name) => [name, `={{ $json[${JSON.stringify(name)}] }}`]),
	);

describe.each([...providerNames])('a credential of %s with expressions', (provider) => {
	const list = async (input: Record<string, unknown>[]) => {
		const sandbox = sandboxOf(provider);
		sandbox.reset();
		return await runNode({
			node: provider,
			parameters: {
				resource: 'user',
				operation: 'getAll',
				output: 'raw',
				options: { retries: 0, requestsPerSecond: 0 },
				application: { mode: 'name', value: 'support' },
			},
			credentials: { [credentialTypeOf(provider)]: asExpressions(sandbox.credentials) },
			input: input as never,
			onError: 'continueRegularOutput',
		});
	};

	it('acts for each item with its own values, and reads once for equal ones', async () => {
		const { credentials, wrongCredentials } = sandboxOf(provider);
		const run = await list([credentials, wrongCredentials, credentials]);
		const failed = run.items.filter(({ json }) => 'error' in json);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		const listed = run.items.filter(({ json }) => !('error' in json));
		expect(listed.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 2, 2, 2].map((item) => ({ item })),
		);
		expect(sandboxOf(provider).log).toHaveLength(2);
	});
});

describe('Transfer Balance', () => {
	let accounts: [AutocallsSandbox, AutocallsSandbox];
	beforeAll(async () => {
		accounts = [await startAutocalls({ users: 2 }), await startAutocalls({ users: 2 })];
	});
	afterAll(async () => await Promise.all(accounts.map(async (account) => await account.close())));

	it.each([1, 2])(
		'moves money in the account of each item (Concurrency %d)',
		async (concurrency) => {
			for (const account of accounts) account.reset();
			const [one, two] = accounts;
			const run = await runNode({
				node: 'autocalls',
				parameters: {
					resource: 'user',
					operation: 'transferBalance',
					user: { mode: 'id', value: String(one.people[0]?.id) },
					balanceType: 'minutes',
					direction: 'add',
					amount: 5,
					options: { concurrency },
				},
				credentials: { autocallsApi: asExpressions(one.credentials) },
				input: [one.credentials, two.credentials] as never,
			});
			expect(run.error).toBeUndefined();
			expect(accounts.map(({ adminMinutes }) => adminMinutes)).toEqual([9995, 9995]);
		},
	);
});
