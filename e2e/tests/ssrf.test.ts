import { startSandboxes, type Sandboxes } from '../../sandbox';
import { addCredentials, providers } from '../harness/furnish';
import { startN8n, type N8n } from '../harness/n8n';
import { signedIn } from '../harness/owner';
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
	const runs = new Map<string, StoredExecution>();

	beforeAll(async () => {
		sandboxes = await startSandboxes();
		n8n = await startN8n({ env });
		const { rest } = await signedIn(n8n);
		const credentials = await addCredentials(rest, sandboxes);
		for (const provider of providers) {
			const node = {
				type: provider,
				name: 'Node',
				credentials: { [`${provider}Api`]: credentials[`${provider}Api`] ?? { id: '', name: '' } },
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

	if (reaches) {
		it.each(providers)('%s gets its users', (provider) => {
			expect(runs.get(provider)?.error).toBeUndefined();
			expect(runs.get(provider)?.json('Node')).toHaveLength(sandboxes[provider].people.length);
		});
	} else {
		it.each(providers)('%s sends nothing and says why', (provider) => {
			expect(runs.get(provider)?.status).toBe('error');
			expect(JSON.stringify(runs.get(provider)?.error)).toMatch(/blocked/i);
			expect(sandboxes[provider].log).toEqual([]);
		});
	}
});
