import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/auth/baseUrl';
import { readKey, readText } from '../shared/auth/pastedKey';
import { setBaseUrl, setHeader } from '../shared/auth/signedRequest';

/** `app.autocalls.ai` alone is accepted, too. */
export function autocallsBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(withScheme(readText(credentials.baseUrl)), 'Base URL');
}

/** A bare host is meant to be reached by https, and its API stands at /api. */
function withScheme(entered: string): string {
	const [, host, path = ''] = /^([a-z0-9.-]+\.[a-z]{2,}(?::\d+)?)(\/.*)?$/i.exec(entered) ?? [];
	if (host === undefined) return entered;
	return `https://${host}${/^\/*$/.test(path) ? '/api' : path}`;
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
