import { UserError } from 'n8n-workflow';

const NAME = 'CredentialFault';

/** A credential that can't be used as entered. The message never holds what is secret in it. */
export class CredentialFault extends UserError {
	override readonly name = NAME;
}

/**
 * The fault inside an error that n8n wrapped around it. By name, not `instanceof`: the bundled
 * Voximplant credential carries its own copy of the class.
 */
export function findCredentialFault(error: unknown): Error | undefined {
	let link: unknown = error;
	for (let depth = 0; depth < 8 && link instanceof Error; depth++) {
		if (link.name === NAME) return link;
		link = link.cause;
	}
	return undefined;
}

const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g;

/** A credential's field as text, without the blanks and invisible marks that pasting adds. */
export function readText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.replace(EDGES, '') : '';
}

/** A key as pasted, also with the word "Bearer" before it. */
export function readKey(value: unknown, field: string): string {
	const key = readText(value).replace(/^bearer\s+/i, '');
	if (key === '' || /^bearer$/i.test(key)) {
		throw new CredentialFault(`"${field}" is empty. Paste the key into the credential.`);
	}
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new CredentialFault(
			`"${field}" has a space, a line break or an unusual character inside. Copy the key again and paste only the key.`,
		);
	}
	return key;
}
