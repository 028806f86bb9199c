import { startSandboxes, type ProviderName, type Sandboxes } from '../../sandbox';
import { addCredentials, credentialOf, providers, type Credentials } from '../harness/furnish';
import { startN8n, type N8n } from '../harness/n8n';
import { signedIn } from '../harness/owner';
import { packageName } from '../harness/packedPackage';
import type { N8nRest } from '../harness/rest';
import type { StoredExecution } from '../harness/storedExecution';
import { workflowOf } from '../harness/workflow';
import { application } from './locators';

/** An n8n that keeps requests away from private addresses: https://docs.n8n.io/hosting/securing/ */
const protection = { N8N_SSRF_PROTECTION_ENABLED: 'true' };
const allowed = { ...protection, N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8' };

describe.each([
	['on', protection, false],
	['on, and the range of the sandboxes allowed', allowed, true],
])("with n8n's SSRF protection %s", (_, env, reaches) => {
	let n8n: N8n | undefined;
	let sandboxes: Sandboxes;
	let rest: N8nRest;
	let credentials: Credentials;
	const runs = new Map<string, StoredExecution>();
	const credentialFor = (provider: string): Credentials => {
		const type = credentialOf(provider);
		return { [type]: credentials[type] ?? { id: '', name: '' } };
	};

	beforeAll(async () => {
		sandboxes = await startSandboxes();
		n8n = await startN8n({ env });
		({ rest } = await signedIn(n8n));
		credentials = await addCredentials(rest, sandboxes);
		for (const provider of providers) {
			const node = {
				type: provider,
				name: 'Node',
				credentials: credentialFor(provider),
				parameters: {
					...{ resource: 'user', operation: 'getAll', returnAll: true },
					...(provider === 'voximplant' && { application }),
				},
			};
			runs.set(provider, await rest.run(workflowOf({ nodes: [node] })));
		}
	}, 300_000);
	afterAll(async () => {
		await n8n?.end();
		await sandboxes?.close();
	});

	const tested = async (provider: ProviderName) =>
		await rest.testCredential(credentialOf(provider), sandboxes[provider].credentials);
	const picked = async (provider: ProviderName) =>
		await rest.choices({
			path: 'parameters.user',
			methodName: 'searchUsers',
			nodeTypeAndVersion: { name: `${packageName}.${provider}`, version: 1 },
			currentNodeParameters: provider === 'voximplant' ? { application } : {},
			credentials: credentialFor(provider),
		});

	if (reaches) {
		it.each(providers)(
			'%s has its credential accepted and its users to choose from',
			async (provider) => {
				expect(await tested(provider)).toMatchObject({ status: 'OK' });
				const { results } = (await picked(provider)) as { results: unknown[] };
				expect(results.length).toBeGreaterThan(0);
			},
		);

		it.each(providers)('%s gets its users', (provider) => {
			expect(runs.get(provider)?.error).toBeUndefined();
			expect(runs.get(provider)?.json('Node')).toHaveLength(sandboxes[provider].people.length);
		});
	} else {
		it.each(providers)('%s has its credential refused and offers no users', async (provider) => {
			expect(await tested(provider)).toEqual({
				status: 'Error',
				message: expect.stringMatching(/blocked/i) as unknown,
			});
			await expect(picked(provider)).rejects.toThrow(/blocked/i);
			expect(sandboxes[provider].log).toEqual([]);
		});

		it.each(providers)('%s sends nothing and says why', (provider) => {
			expect(runs.get(provider)?.status).toBe('error');
			expect(JSON.stringify(runs.get(provider)?.error)).toMatch(/blocked/i);
			expect(sandboxes[provider].log).toEqual([]);
		});
	}
});
