import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { isLoopback, readBaseUrl } from '../shared/auth/baseUrl';
import { CredentialError } from '../shared/auth/credentialError';
import { redactText, secretPatterns } from '../shared/http/redact';
import { record, text } from '../shared/text/json';

/** https://worksection.com/en/faq/oauth.html */

/** What the provider answered when it gave or renewed a token, as n8n keeps it. */
type Token = IDataObject;

export const RECONNECT = 'Reconnect: open the credential, and connect it again.';

/** What must never be shown of a credential, connected or not. */
export function oAuth2Secrets(credentials: ICredentialDataDecryptedObject): string[] {
	const { access_token, refresh_token } = record(credentials.oauthTokenData) ?? {};
	return [access_token, refresh_token, credentials.clientSecret].flatMap(
		(secret) => text(secret) ?? [],
	);
}

/** The provider's words in a token answer that refuses, which comes with HTTP 200; undefined where it doesn't. */
export function refusalIn(
	answer: Token,
	credentials: ICredentialDataDecryptedObject,
): string | undefined {
	const code = text(answer.error);
	if (code === null) return undefined;
	const words = text(answer.errorDescription) ?? text(answer.error_description);
	const told = words === null ? code : `${words.replace(/[.\s]+$/, '')} (${code})`;
	return redactText(told, oAuth2Secrets(credentials), secretPatterns());
}

/**
 * n8n takes a refusal for a token, and merges each answer into those before: names keep the order in which
 * they came first. A refusal that was there before the first token is over; one that came later may be.
 */
function isLatest(refusal: string, token: Token): boolean {
	const names = Object.keys(token);
	return names.indexOf(refusal) > names.indexOf('access_token');
}

/** @throws {CredentialError} where nobody is connected */
function connectedToken(credentials: ICredentialDataDecryptedObject): Token {
	const token = record(credentials.oauthTokenData) ?? {};
	// n8n's default is an object without anything in it.
	if (Object.keys(token).length === 0) {
		throw new CredentialError('The credential is not connected: open it, and connect it.', true);
	}
	const refusal = refusalIn(token, credentials);
	const isConnected = text(token.access_token) !== null;
	if (refusal !== undefined && isLatest('error', token)) {
		const again = isConnected ? ' Select Disconnect first: otherwise n8n keeps this error.' : '';
		throw new CredentialError(
			`Worksection refused the connection: ${refusal}. Check 'Client ID' and 'Client Secret'. ${RECONNECT}${again}`,
			true,
		);
	}
	if (isConnected) return token;
	throw new CredentialError(`The credential holds no token of Worksection. ${RECONNECT}`, true);
}

const isWorksection = ({ hostname }: URL): boolean =>
	hostname === 'worksection.com' || hostname.endsWith('.worksection.com');

/**
 * The address of the account, as the token answer names it.
 *
 * @throws {CredentialError} where nobody is connected, or the token may not go there
 */
export function oAuth2AccountUrl(credentials: ICredentialDataDecryptedObject): string {
	const { account_url } = connectedToken(credentials);
	if (text(account_url) === null) {
		throw new CredentialError(
			`Worksection's token answer names no account (account_url). ${RECONNECT}`,
		);
	}
	const address = readBaseUrl(account_url, 'account_url', RECONNECT);
	const url = new URL(address);
	if (isWorksection(url) || isLoopback(url)) return address;
	throw new CredentialError(
		`The token answer names an account (account_url) on ${url.host}, which is not on worksection.com: no token is sent there. ${RECONNECT}`,
	);
}
