import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/baseUrl';
import { readKey } from '../shared/credentialFault';
import { aim, setHeader } from '../shared/outgoing';

/** The host; the version is part of every path, so a pasted `/v1` goes. */
export function quoBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credentials.baseUrl, 'Base URL').replace(/\/v1$/, '').replace(/\/+$/, '');
}

export async function authenticateQuo(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const meant = quoBaseUrl(credentials);
	aim(options, { entered: credentials.baseUrl, meant });
	// Raw: Quo answers 401 to a key behind "Bearer".
	setHeader(options, 'Authorization', readKey(credentials.apiKey, 'API Key'));
	return options;
}
