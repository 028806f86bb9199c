import type { N8n } from '../harness/n8n';
import { N8nRest, type Account } from '../harness/rest';

const key = 'USER_DIRECTORY_E2E_N8N';

/** What the set-up gives to the test files, which Jest runs apart from it. */
export const shared = {
	n8n: undefined as N8n | undefined,

	give(n8n: N8n, account: Account): void {
		shared.n8n = n8n;
		process.env[key] = JSON.stringify({ url: n8n.url, account });
	},

	site(): { url: string; account: Account } {
		return JSON.parse(process.env[key] ?? '') as { url: string; account: Account };
	},

	/** Signed in to the n8n that all tests use, as its owner. */
	async rest(): Promise<N8nRest> {
		const { url, account } = shared.site();
		const rest = new N8nRest(url);
		await rest.login(account);
		return rest;
	},
};
