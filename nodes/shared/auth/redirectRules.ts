import type { IAuthenticateRuleResponseCode } from 'n8n-workflow';

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * A credential test follows no redirect: the key, or a hash made with it, would go along. n8n compares the
 * status alone and shows a fixed text, so that the sentence can't quote the address that is named.
 *
 * @param field the credential's field with the address
 */
export const redirectRules = (field: string, example: string): IAuthenticateRuleResponseCode[] =>
	REDIRECTS.map((value) => ({
		type: 'responseCode',
		properties: {
			value,
			message: `The ${field} redirects (HTTP ${value}) to another address, where no key is sent. Enter the address that it leads to (a browser shows it), such as ${example}.`,
		},
	}));
