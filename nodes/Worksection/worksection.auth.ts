import { createHash, createHmac } from 'crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { readBaseUrl } from '../shared/auth/baseUrl';
import { CredentialError } from '../shared/auth/credentialError';
import { readKey, readText } from '../shared/auth/pastedKey';
import { setBaseUrl, setHeader, setUrl, type SignedRequest } from '../shared/auth/signedRequest';
import {
	encodeParameters,
	gatherParameters,
	isMultipart,
	type Parameters,
} from './worksection.parameters';

/** `acme`, `acme.worksection.com` and a pasted `…/api/admin/v2/` all mean the same account. */
export function worksectionBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	const entered = readText(credentials.accountUrl);
	return readBaseUrl(withHost(entered), 'Account URL').replace(/\/api\/admin\/v2$/, '');
}

function withHost(entered: string): string {
	if (/^[a-z0-9][a-z0-9-]*$/i.test(entered)) return `https://${entered}.worksection.com`;
	return /^[a-z0-9-]+\.worksection\.com(\/|$)/i.test(entered) ? `https://${entered}` : entered;
}

export async function authenticateWorksection(
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
	clock: () => number = Date.now,
): Promise<IHttpRequestOptions> {
	const baseUrl = { entered: credentials.accountUrl, used: worksectionBaseUrl(credentials) };
	const url = new URL(setBaseUrl(options, baseUrl));
	const key = readKey(credentials.apiKey, 'API Key');
	if (credentials.signature === 'hmac') signHeader(options, url, { key, clock });
	else signQuery(options, url, key);
	return options;
}

/** A parsed query is what goes over the wire. A hash in it is that of an earlier signature. */
const ownQuery = (url: URL): string[] =>
	url.search
		.slice(1)
		.split('&')
		.filter((pair) => pair !== '' && !pair.startsWith('hash='));

/**
 * MD5 over exactly the bytes that are sent: the query is built once and nothing encodes it again.
 * https://worksection.com/en/faq/api-start.html
 */
function signQuery(options: SignedRequest, url: URL, key: string): void {
	const query = [...ownQuery(url), ...encodeParameters(options)].join('&');
	const hash = createHash('md5').update(`${query}${key}`).digest('hex');
	delete options.qs;
	setUrl(options, `${url.origin}${url.pathname}?${query === '' ? '' : `${query}&`}hash=${hash}`);
}

interface Signer {
	key: string;
	clock: () => number;
}

/**
 * The header of Worksection's own SDKs since 2.1.0: the action alone stays in the address, the
 * other parameters go into a JSON body. https://github.com/worksection/python-api-client
 */
function signHeader(options: SignedRequest, url: URL, { key, clock }: Signer): void {
	const { action, ...parameters } = gatherParameters(ownQuery(url).join('&'), options);
	if (typeof action !== 'string' || action === '') {
		throw new CredentialError('The request names no Worksection action: add ?action=… to its URL.');
	}
	const time = Math.floor(clock() / 1000);
	const hmac = createHmac('sha256', key).update(`${action}:${time}`).digest('hex');
	setUrl(options, `${url.origin}${url.pathname}?action=${encodeURIComponent(action)}`);
	setHeader(options, 'Authorization', `Admin ${time}_${hmac}`);
	options.method = 'POST';
	delete options.qs;
	if (!isMultipart(options)) sendAsJson(options, parameters);
}

function sendAsJson(options: SignedRequest, parameters: Parameters): void {
	delete options.form;
	options.body = JSON.stringify(parameters);
	setHeader(options, 'Content-Type', 'application/json; charset=utf-8');
}
