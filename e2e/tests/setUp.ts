import { startN8n } from '../harness/n8n';
import { signedIn } from '../harness/owner';
import { shared } from './shared';

/** One n8n for all test files. Should this process die, n8n ends with it. */
export default async function setUp(): Promise<void> {
	const n8n = await startN8n();
	const { rest, account } = await signedIn(n8n);
	shared.give(n8n, account, rest.session);
}
