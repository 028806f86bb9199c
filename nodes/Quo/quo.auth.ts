import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/auth/baseUrl';
import { readKey } from '../shared/auth/pastedKey';
import { setBaseUrl, setHeader } from '../shared/auth/signedRequest';

/** The host; the version is part of every path, so a pasted `/v1` is removed. */
export function quoBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credentials.baseUrl, 'Base URL').replace(/\/v1$/, '').replace(/\/+$/, '');
}

export async function authenticateQuo(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const used = quoBaseUrl(credentials);
	setBaseUrl(options, { entered: credentials.baseUrl, used });
	// Raw: Quo answers 401 to a key behind "Bearer".
	setHeader(options, 'Authorization', readKey(credentials.apiKey, 'API Key'));
	return options;
}
