import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/baseUrl';
import { readKey } from '../shared/credentialFault';
import { aim, setHeader } from '../shared/outgoing';

export function autocallsBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credentials.baseUrl, 'Base URL');
}

export async function authenticateAutocalls(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const meant = autocallsBaseUrl(credentials);
	aim(options, { entered: credentials.baseUrl, meant });
	setHeader(options, 'Authorization', `Bearer ${readKey(credentials.apiKey, 'API Key')}`);
	// Without it Laravel answers a refused key with a redirect to a web page.
	setHeader(options, 'Accept', 'application/json');
	return options;
}
