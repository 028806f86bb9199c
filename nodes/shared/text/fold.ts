import { text } from './json';
import { INVISIBLE, isBareAddress, withoutMailMarks } from './pasted';

/** Printable ASCII but the backtick, which people type for an apostrophe. */
const PLAIN = /^[ -_a-~]*$/;

/** As they are typed, pasted and put in by word processors and phones. */
const APOSTROPHES = /[`´ʹʻʼʽˈ՚׳‘’‛′‵Ꞌꞌ＇᾽᾿\u1fef\u1ffd]/g;

const isPlain = (value: string): boolean =>
	PLAIN.test(value) && !value.includes('  ') && !value.startsWith(' ') && !value.endsWith(' ');

/**
 * How names, teams, roles and searches are compared: https://www.unicode.org/reports/tr44/#NFKC_Casefold,
 * with one kind of blank and one kind of apostrophe. Most are plain ASCII, which takes a tenth of the time.
 */
export function fold(value: string): string {
	return isPlain(value) ? value.toLowerCase() : foldAny(value);
}

function foldAny(value: string): string {
	const oneKind = value
		.replace(APOSTROPHES, "'")
		.replace(INVISIBLE, '')
		.normalize('NFKC')
		// NFKC makes a no-break hyphen a typographic one, and some letters have an apostrophe inside.
		.replace(/\u2010/g, '-')
		.replace(APOSTROPHES, "'")
		.replace(/\p{White_Space}+/gu, ' ')
		.trim();
	return caseFolded(oneKind).normalize('NFKC');
}

/**
 * By way of upper case ß and ẞ are ss. A dotless ı is no i there; a dotted İ is one, and a sigma is the
 * same at the end of a word.
 */
const caseFolded = (value: string): string =>
	value
		.split('ı')
		.map((part) => part.toLowerCase().toUpperCase().toLowerCase())
		.join('ı')
		.replace(/i\u0307/g, 'i')
		.replace(/ς/g, 'σ');

/** The same for a value that a provider sent; undefined where there is no text. */
export function foldValue(value: unknown): string | undefined {
	const words = text(value);
	return words === null ? undefined : fold(words);
}

/** How e-mail addresses are compared: without case, and without what was pasted with them. */
export const foldEmail = (value: string): string =>
	isBareAddress(value) ? value.toLowerCase() : fold(withoutMailMarks(value));

/** The same for a value that a provider sent; undefined where there is no text. */
export function foldEmailValue(value: unknown): string | undefined {
	const words = text(value);
	return words === null ? undefined : foldEmail(words);
}
