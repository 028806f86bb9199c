import type { IHttpRequestOptions } from 'n8n-workflow';
import { record, text } from '../text/json';
import type { Signature } from './connection';
import type { Passwords } from './passwords';
import { redactData, redactText, secretPatterns } from './redact';

/** A query parameter's value as it stands in the URL, and what it means. */
function parameterIn(url: string, name: string): string[] {
	const start = `${name}=`;
	const value = url
		.split(/[?&#]/)
		.find((part) => part.startsWith(start))
		?.slice(start.length);
	if (value === undefined) return [];
	return [value, new URLSearchParams(`value=${value.replace(/\+/g, '%2B')}`).get('value') ?? ''];
}

/** What must never be shown of one request: the credential's secrets, the call's passwords, its signature. */
export class Secrets {
	private readonly known: Set<string>;

	constructor(
		secrets: Iterable<string>,
		private readonly signature: Signature = {},
		private readonly passwords?: Passwords,
	) {
		this.known = new Set(secrets);
	}

	/** The signature stands on the request once it was sent. */
	addSignature({ headers, url, qs }: IHttpRequestOptions): void {
		const authorization = text(headers?.Authorization) ?? '';
		const parameters = (this.signature.query ?? []).flatMap((name) => [
			text(record(qs)?.[name]),
			...parameterIn(url, name),
		]);
		const found = [
			authorization,
			authorization.replace(/^\w+ /, ''),
			this.signature.inHeader?.exec(authorization)?.[0],
			...parameters,
		];
		for (const secret of found) if (secret) this.known.add(secret);
	}

	/** The words of a message without what is secret in them. */
	hideInText(words: string): string {
		const known = [...this.known, ...(this.passwords?.values ?? [])];
		return redactText(words, known, secretPatterns(this.signature));
	}

	/** An answer's body without what is secret in it; `text` is what it was parsed from. */
	hideInData(body: unknown, text: string): unknown {
		const shown = redactData(body, text, [...this.known]);
		return this.passwords ? this.passwords.hideInData(shown) : shown;
	}
}
