import { startN8n } from '../harness/n8n';
import { signedIn } from '../harness/owner';
import { shared } from './shared';

/**
 * Requests are kept away from private addresses, save for that of the sandboxes, so that every operation is
 * proved under protection, and ssrf.test.ts its limits. The n8n of any other test is without.
 * https://docs.n8n.io/hosting/securing/
 */
const protection = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
};

/** One n8n for all test files. Should this process die, n8n ends with it. */
export default async function setUp(): Promise<void> {
	const n8n = await startN8n({ env: protection });
	const { rest, account } = await signedIn(n8n);
	shared.give(n8n, account, rest.session);
}
