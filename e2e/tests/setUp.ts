import { randomBytes } from 'node:crypto';
import { startN8n } from '../harness/n8n';
import { N8nRest } from '../harness/rest';
import { shared } from './shared';

/** One n8n for all test files. Should this process die, n8n ends with it. */
export default async function setUp(): Promise<void> {
	const n8n = await startN8n();
	const account = { email: 'owner@example.com', password: `Aa1${randomBytes(6).toString('hex')}` };
	const rest = new N8nRest(n8n.url);
	await rest.setUpOwner(account);
	shared.give(n8n, account, rest.session);
}
