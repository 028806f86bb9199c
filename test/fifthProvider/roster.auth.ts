import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { readBaseUrl } from '../../nodes/shared/auth/baseUrl';
import { readKey } from '../../nodes/shared/auth/pastedKey';
import { setBaseUrl, setUrl } from '../../nodes/shared/auth/signedRequest';

export const PROOF = 'x-proof';

export const rosterBaseUrl = ({ baseUrl }: ICredentialDataDecryptedObject): string =>
	readBaseUrl(baseUrl, 'Base URL');

/** Path and query, signed with the key. */
export const proofOf = (target: string, apiKey: string): string =>
	createHmac('sha256', apiKey).update(target).digest('base64');

/** The key is never sent: each request proves that it is known. */
export async function authenticateRoster(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const url = setBaseUrl(options, {
		entered: credentials.baseUrl,
		used: rosterBaseUrl(credentials),
	});
	const { pathname, search } = new URL(url);
	const proof = proofOf(`${pathname}${search}`, readKey(credentials.apiKey, 'API Key'));
	setUrl(options, `${url}${search === '' ? '?' : '&'}${PROOF}=${encodeURIComponent(proof)}`);
	return options;
}
