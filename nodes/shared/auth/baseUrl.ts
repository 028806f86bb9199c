import { CredentialError } from './credentialError';
import { readText } from './pastedKey';

const WANTED =
	'Use an address that starts with https:// (http:// only for localhost, 127.x.x.x or [::1]).';

export const isLoopback = ({ hostname }: URL): boolean =>
	hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

function parse(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

/** What was entered, without what may be secret in it: user, password, query, anything key-like. */
function shown(text: string): string {
	const address = text.replace(/^([a-z]+:\/\/)?[\s\S]*@/i, '$1…@').replace(/[?#][\s\S]*$/, '');
	const looksLikeAddress = address.length <= 24 || /[.]|:\/\//.test(address);
	if (!looksLikeAddress) return `a text of ${text.length} characters`;
	const masked = address.replace(/[\w+=|~-]{32,}/g, '…').replace(/[\s"]+/g, ' ');
	return `"${masked.length > 100 ? `${masked.slice(0, 100)}…` : masked}"`;
}

function whyRefused(url: URL | undefined): string | undefined {
	if (url === undefined || url.hostname === '') return 'which is not a URL';
	if (url.username !== '' || url.password !== '') {
		return 'which contains a user name or password';
	}
	if (url.protocol === 'https:') return undefined;
	if (url.protocol !== 'http:') return `which starts with ${url.protocol}`;
	return isLoopback(url) ? undefined : 'which would send your key unencrypted';
}

/**
 * A base URL as the credential's `field` holds it, trimmed and without trailing slashes.
 *
 * @param next what to do where it is refused
 * @throws {CredentialError} unless it is https, or http to this machine, with nothing but host,
 * port and path
 */
export function readBaseUrl(text: unknown, field: string, next = WANTED): string {
	const entered = readText(text);
	if (entered === '') throw new CredentialError(`"${field}" is empty. ${next}`);
	const url = parse(entered);
	const reason = whyRefused(url) ?? (/[?#]/.test(entered) ? 'which has a ? or # part' : undefined);
	if (url === undefined || reason !== undefined) {
		throw new CredentialError(`"${field}" is ${shown(entered)}, ${reason}. ${next}`);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The same rule for the address of a whole request. Its query isn't shown: it may hold secrets. */
export function assertSendable(url: string): void {
	const reason = whyRefused(parse(url));
	if (reason === undefined) return;
	throw new CredentialError(`The request goes to ${shown(url)}, ${reason}. ${WANTED}`);
}
