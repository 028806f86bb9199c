import { chromiumPath } from '../harness/debian';
import { n8nInstallation, oldest } from '../harness/installation';
import { startN8n } from '../harness/n8n';
import { signedIn } from '../harness/rest';
import { sharedN8n } from './sharedN8n';

/**
 * Requests are kept away from private addresses, save for that of the sandboxes, so that every operation is
 * tested under protection, and ssrf.test.ts its limits. The n8n of any other test is without.
 * https://docs.n8n.io/hosting/securing/
 */
const protection = {
	N8N_SSRF_PROTECTION_ENABLED: 'true',
	N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
};

/** Installs what is missing, and starts one n8n for all test files. */
export default async function setUp(): Promise<void> {
	await n8nInstallation(oldest);
	await chromiumPath();
	const n8n = await startN8n({ env: protection });
	const { rest, account } = await signedIn(n8n);
	sharedN8n.give(n8n, account, rest.session);
}
