import { createHash } from 'crypto';
import { CompactSign } from 'jose';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { setBaseUrl, setHeader, takeHeader } from '../shared/auth/signedRequest';
import { SIGN_AGAIN } from '../shared/auth/signAgain';
import { readAccount, voximplantBaseUrl } from './voximplant.account';

interface Signed {
	token: string;
	/** Unix seconds: the token is used from then until `renewAt`, which is well before it expires. */
	iat: number;
	renewAt: number;
	wide: boolean;
}

/** Back-dated as Voximplant's own SDKs do, against small differences between clocks. */
const SHORT = { before: 5, after: 120, use: 90 };
/**
 * For a machine whose clock is minutes off, of which Voximplant says no more than that the token
 * was issued in the future or has expired. At most 3600 seconds are allowed in total.
 * https://github.com/voximplant/apiclient-nodejs/issues/19
 */
const WIDE = { before: 1750, after: 1750, use: 600 };
const MOST_ACCOUNTS = 100;

const memo = new Map<string, Signed>();

/** Signs in the account's name: RS256, as Voximplant asks of service accounts. */
export async function authenticateVoximplant(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	clock: () => number = Date.now,
): Promise<IHttpRequestOptions> {
	const again = takeHeader(options, SIGN_AGAIN) !== undefined;
	setBaseUrl(options, {
		entered: credentials.baseUrl,
		used: voximplantBaseUrl(credentials),
	});
	const now = Math.floor(clock() / 1000);
	setHeader(options, 'Authorization', `Bearer ${await tokenFor(credentials, now, again)}`);
	return options;
}

async function tokenFor(
	credentials: ICredentialDataDecryptedObject,
	now: number,
	again: boolean,
): Promise<string> {
	const content = contentOf(credentials);
	const known = memo.get(content);
	if (known !== undefined && !again && isUsable(known, now)) return known.token;
	// An account that needed the long validity once keeps it: a short token would be refused again.
	const signed = await sign(credentials, now, again || known?.wide === true);
	remember(content, signed);
	return signed.token;
}

/** Not where the clock was set back either: the token would be from the future then. */
const isUsable = ({ iat, renewAt }: Signed, now: number): boolean => iat <= now && now < renewAt;

function contentOf(credentials: ICredentialDataDecryptedObject): string {
	const { serviceAccount, accountId, keyId, childAccountId } = credentials;
	const content = JSON.stringify([serviceAccount, accountId, keyId, childAccountId]);
	return createHash('sha256').update(content).digest('base64');
}

function remember(content: string, signed: Signed): void {
	const isOutdated = !signed.wide && memo.get(content)?.wide === true;
	if (isOutdated) return;
	memo.delete(content);
	memo.set(content, signed);
	const [oldest] = memo.keys();
	if (memo.size > MOST_ACCOUNTS && oldest !== undefined) memo.delete(oldest);
}

async function sign(
	credentials: ICredentialDataDecryptedObject,
	now: number,
	wide: boolean,
): Promise<Signed> {
	const { privateKey, keyId, issuer } = readAccount(credentials);
	const validity = wide ? WIDE : SHORT;
	const iat = now - validity.before;
	const claims = JSON.stringify({ iss: issuer, iat, exp: now + validity.after });
	const token = await new CompactSign(new TextEncoder().encode(claims))
		.setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
		.sign(privateKey);
	return { token, iat, renewAt: now + validity.use, wide };
}
