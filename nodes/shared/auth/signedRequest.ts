import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { assertSendable } from './baseUrl';
import { readText } from './pastedKey';

/** The request that n8n hands to `authenticate`; the HTTP Request node still uses older names. */
export type SignedRequest = IHttpRequestOptions & {
	uri?: string;
	form?: unknown;
	formData?: unknown;
	useQuerystring?: boolean;
	qsStringifyOptions?: { arrayFormat?: string };
};

/** A base URL as it stands in the credential, and as it is used. */
export interface BaseUrl {
	entered: unknown;
	used: string;
}

/**
 * Makes the request's address absolute and checks it. A credential test brings the base URL as it
 * was entered; the request goes to the one that is used. To be called before a secret is added.
 *
 * @throws {CredentialError} where the address is one that no key may go to
 */
export function setBaseUrl(options: SignedRequest, baseUrl: BaseUrl): string {
	const target = readText(String(options.url || options.uri || ''));
	const url = /^([a-z][a-z\d+.-]*:)?\/\//i.test(target)
		? target
		: `${baseOf(options, baseUrl)}/${target.replace(/^\/+/, '')}`;
	assertSendable(url);
	setUrl(options, url);
	// n8n's helpers would take the key along to another origin.
	options.sendCredentialsOnCrossOriginRedirect = false;
	return url;
}

function baseOf({ baseURL }: SignedRequest, { entered, used }: BaseUrl): string {
	const given = readText(baseURL);
	return given === '' || given === readText(entered) ? used : given.replace(/\/+$/, '');
}

/** Puts an absolute address where this kind of request keeps it. */
export function setUrl(options: SignedRequest, url: string): void {
	delete options.baseURL;
	if (options.uri !== undefined) options.uri = url;
	if (options.uri === undefined || options.url !== undefined) options.url = url;
}

/** Sets a header once, whatever the case in which it was there before. */
export function setHeader(options: SignedRequest, name: string, value: string): void {
	takeHeader(options, name);
	options.headers = { ...options.headers, [name]: value };
}

/** Takes a header off the request and returns its value. */
export function takeHeader(options: SignedRequest, name: string): unknown {
	const headers: IDataObject = { ...options.headers };
	let taken: unknown;
	for (const key of Object.keys(headers)) {
		if (key.toLowerCase() !== name.toLowerCase()) continue;
		taken = headers[key];
		delete headers[key];
	}
	options.headers = headers;
	return taken;
}
