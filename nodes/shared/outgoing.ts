import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { assertSendable } from './baseUrl';
import { readText } from './credentialFault';

/** What n8n hands to `authenticate`; the HTTP Request node still uses the names of old. */
export type Outgoing = IHttpRequestOptions & {
	uri?: string;
	form?: unknown;
	formData?: unknown;
	useQuerystring?: boolean;
	qsStringifyOptions?: { arrayFormat?: string };
};

/** A base URL as it stands in the credential, and as it is meant. */
export interface Base {
	entered: unknown;
	meant: string;
}

/**
 * Makes the request's address absolute and checks it. A credential test brings the base URL as it
 * was entered; it goes to the one that was meant. To be called before a secret is added.
 *
 * @throws {CredentialFault} where the address is one that no key may go to
 */
export function aim(options: Outgoing, base: Base): string {
	const target = readText(String(options.url || options.uri || ''));
	const url = /^([a-z][a-z\d+.-]*:)?\/\//i.test(target)
		? target
		: `${baseOf(options, base)}/${target.replace(/^\/+/, '')}`;
	assertSendable(url);
	setTarget(options, url);
	// n8n's helpers would take the key along to another origin.
	options.sendCredentialsOnCrossOriginRedirect = false;
	return url;
}

function baseOf({ baseURL }: Outgoing, { entered, meant }: Base): string {
	const given = readText(baseURL);
	return given === '' || given === readText(entered) ? meant : given.replace(/\/+$/, '');
}

/** Puts an absolute address where this kind of request keeps it. */
export function setTarget(options: Outgoing, url: string): void {
	delete options.baseURL;
	if (options.uri !== undefined) options.uri = url;
	if (options.uri === undefined || options.url !== undefined) options.url = url;
}

/** Sets a header once, whatever the case in which it was there before. */
export function setHeader(options: Outgoing, name: string, value: string): void {
	takeHeader(options, name);
	options.headers = { ...options.headers, [name]: value };
}

/** Takes a header off the request and returns its value. */
export function takeHeader(options: Outgoing, name: string): unknown {
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
