import { sharedN8n } from './sharedN8n';

export default async function tearDown(): Promise<void> {
	await sharedN8n.n8n?.end();
}
