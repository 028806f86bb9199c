import type { ProviderName, Sandboxes } from '../../sandbox';
import { providers, titles } from './package';
import type { N8nRest } from './rest';

/** What a node refers to a saved credential by. */
export interface CredentialReference {
	id: string;
	name: string;
}

export const credentialOf = (provider: string): string => `${provider}Api`;

/** By credential type. */
export type Credentials = Record<string, CredentialReference>;

/** The fields of each provider's credential: sandboxes have them. */
export type CredentialFields = Record<ProviderName, Pick<Sandboxes[ProviderName], 'credentials'>>;

/** Saves a credential for each of these providers, under the names that the examples use. */
export async function addCredentials(
	rest: N8nRest,
	sandboxes: CredentialFields,
	names = providers,
): Promise<Credentials> {
	const credentials: Credentials = {};
	for (const provider of names) {
		const type = credentialOf(provider);
		const { credentials: fields } = sandboxes[provider];
		const name = `${titles.get(provider)} account`;
		credentials[type] = await rest.createCredential(type, fields, name);
	}
	return credentials;
}

/** For a node of that provider. */
export function credentialFrom(saved: Credentials, provider: string): Credentials {
	const type = credentialOf(provider);
	const own = saved[type];
	if (own === undefined) throw new Error(`There is no credential ${type}.`);
	return { [type]: own };
}
