import { randomBytes } from 'node:crypto';
import type { N8n } from './n8n';
import { N8nRest } from './rest';
import type { Account } from './session';

/** Makes an owner in a new n8n. */
export async function signedIn({ url }: N8n): Promise<{ rest: N8nRest; account: Account }> {
	const account = { email: 'owner@example.com', password: `Aa1${randomBytes(6).toString('hex')}` };
	const rest = new N8nRest(url);
	await rest.setUpOwner(account);
	return { rest, account };
}
