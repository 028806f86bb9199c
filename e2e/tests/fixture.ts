import { startSandboxes, type Sandboxes, type SandboxesOptions } from '../../sandbox';
import { addCredentials, credentialFrom, type Credentials } from '../harness/credentials';
import { providers } from '../harness/package';
import type { N8nRest } from '../harness/rest';
import { sharedN8n } from './sharedN8n';

/**
 * For one test file: an n8n, that of all unless given, and sandboxes and credentials of its own, for all
 * providers unless given.
 */
export class Fixture {
	rest!: N8nRest;

	sandboxes!: Sandboxes;

	/** By credential type. */
	credentials!: Credentials;

	constructor(
		options: SandboxesOptions = {},
		n8n: () => N8nRest | Promise<N8nRest> = sharedN8n.rest,
		names = providers,
	) {
		beforeAll(async () => {
			this.rest = await n8n();
			this.sandboxes = await startSandboxes(options);
			this.credentials = await addCredentials(this.rest, this.sandboxes, names);
		}, 400_000);
		beforeEach(() => {
			for (const provider of providers) this.sandboxes[provider].reset();
		});
		afterAll(async () => await this.sandboxes?.close());
	}

	/** For a node of that provider. */
	credential(provider: string): Credentials {
		return credentialFrom(this.credentials, provider);
	}
}
