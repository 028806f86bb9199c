import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/auth/baseUrl';
import { readKey } from '../shared/auth/pastedKey';
import { setBaseUrl, setHeader } from '../shared/auth/signedRequest';

export function autocallsBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credentials.baseUrl, 'Base URL');
}

export async function authenticateAutocalls(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const used = autocallsBaseUrl(credentials);
	setBaseUrl(options, { entered: credentials.baseUrl, used });
	setHeader(options, 'Authorization', `Bearer ${readKey(credentials.apiKey, 'API Key')}`);
	// Without it Laravel answers a refused key with a redirect to a web page.
	setHeader(options, 'Accept', 'application/json');
	return options;
}
