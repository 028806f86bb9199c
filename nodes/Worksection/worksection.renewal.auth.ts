import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { assertSendable } from '../shared/auth/baseUrl';
import { CredentialError, RenewalError } from '../shared/auth/credentialError';
import { readText } from '../shared/auth/pastedKey';
import { parseOrNothing } from '../shared/http/exactJson';
import { cancellableSleep } from '../shared/http/sleep';
import { record, text } from '../shared/text/json';
import { oAuth2AccountUrl, RECONNECT, refusalIn } from './worksection.oAuth2.auth';

/** Less than n8n keeps its lock on the renewal of a token: 30 s. */
const TIMEOUT_MS = 20_000;

/** n8n sends the refused call again at once, but Worksection takes one a second. */
const BEFORE_REPEAT_MS = 1_050;

/** The token with which a credential's request began. */
const begun = new WeakMap<ICredentialDataDecryptedObject, unknown>();

/**
 * The credential's `preAuthentication`. n8n calls it before each request, and keeps nothing of what it returns: a
 * token may not be renewed then. It calls it again with the same credential once it tried to renew the token itself,
 * and keeps the result. It does so at the address that gives tokens, but Worksection renews them beside it.
 *
 * @throws {CredentialError} where nobody is connected, or the token isn't renewed
 * @throws {RenewalError} where that can't be known now
 */
export async function preAuthenticateWorksection(
	this: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const { oauthTokenData } = credentials;
	const before = begun.get(credentials);
	begun.set(credentials, oauthTokenData);
	if (before === undefined || before === oauthTokenData) {
		oAuth2AccountUrl(credentials);
		return {};
	}
	const token = record(oauthTokenData) ?? {};
	const isRenewed = token.access_token !== record(before)?.access_token;
	if (!isRenewed && text(token.error) === null) return {};
	const renewed = isRenewed ? withoutRefusal(token) : await renew(this, credentials, token);
	await cancellableSleep(BEFORE_REPEAT_MS);
	return { oauthTokenData: renewed };
}

function withoutRefusal({ error: _, errorDescription: __, ...token }: IDataObject): IDataObject {
	return token;
}

async function renew(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	token: IDataObject,
): Promise<IDataObject> {
	const url = readText(credentials.accessTokenUrl).replace(/\/token\/?$/, '/refresh');
	assertSendable(url);
	const form = {
		client_id: readText(credentials.clientId),
		client_secret: readText(credentials.clientSecret),
		grant_type: 'refresh_token',
		refresh_token: text(token.refresh_token) ?? '',
	};
	const sent = helpers.httpRequest({
		method: 'POST',
		url,
		body: new URLSearchParams(form).toString(),
		headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
		encoding: 'text',
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	}) as Promise<IN8nHttpFullResponse>;
	const answer = await sent.catch((error: unknown) => {
		throw unknownRenewal(error instanceof Error ? error.message : String(error));
	});
	return renewedToken(token, answer, credentials);
}

const unknownRenewal = (words: string) =>
	new RenewalError(`the token could not be renewed: ${words}`);

function renewedToken(
	token: IDataObject,
	{ statusCode, body }: IN8nHttpFullResponse,
	credentials: ICredentialDataDecryptedObject,
): IDataObject {
	const answer = record(typeof body === 'string' ? parseOrNothing(body) : body);
	if (!answer || statusCode === 429 || statusCode >= 500) {
		throw unknownRenewal(`HTTP ${statusCode}${answer ? '' : ', not JSON'}`);
	}
	const refusal = refusalIn(answer, credentials);
	if (refusal !== undefined) {
		throw new CredentialError(`the token is not renewed: ${refusal}. ${RECONNECT}`, true);
	}
	if (text(answer.access_token) === null) throw unknownRenewal('the answer holds no token');
	return { ...withoutRefusal(token), ...answer, ...expiryOf(answer) };
}

/** As n8n notes it for a token that it renews itself. */
function expiryOf({ expires_in }: IDataObject): IDataObject {
	const seconds = Number(expires_in);
	return seconds > 0 ? { n8n_expires_at: String(Date.now() + seconds * 1000) } : {};
}
