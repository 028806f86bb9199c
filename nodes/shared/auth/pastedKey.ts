import { withoutInvisible, withoutQuotes } from '../text/pasted';
import { CredentialError } from './credentialError';

/** A credential's field as text, without the blanks, quotation marks and invisible characters that pasting adds. */
export function readText(value: unknown): string {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? withoutQuotes(withoutInvisible(value)) : '';
}

/**
 * A key as pasted, also with the word "Bearer" before it.
 *
 * @throws {CredentialError} where it is empty, or has a character that no key has
 */
export function readKey(value: unknown, field: string): string {
	const key = withoutQuotes(readText(value).replace(/^bearer\s+/i, ''));
	if (key === '' || /^bearer$/i.test(key)) {
		throw new CredentialError(`"${field}" is empty. Paste the key into the credential.`);
	}
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new CredentialError(
			`"${field}" has a space, a line break or an unusual character inside. Copy the key again and paste only the key.`,
		);
	}
	return key;
}
