import { own } from './json';

/** What comes along when something is copied from a mail program, a chat or a web page. */

const ASCII = /^[\x20-\x7e]*$/;

/**
 * What nobody sees: Unicode's format and ignorable characters (zero-width, direction and joiner marks,
 * soft hyphens, fillers), Braille's blank, and what stands for a picture that was not copied.
 */
export const INVISIBLE = /[\p{Cf}\p{DI}\u2800\ufffc]+/gu;

/** Without what nobody sees. Trimmed. */
export const withoutInvisible = (value: string): string =>
	(ASCII.test(value) ? value : value.replace(INVISIBLE, '')).trim();

/** Of the names in HTML, those that stand in or around addresses and numbers. */
const ENTITIES: Record<string, string> = {
	...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwj: '', zwnj: '' },
	...{ lrm: '', rlm: '', ZeroWidthSpace: '' },
	...{ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', commat: '@', ndash: '-', mdash: '-' },
};

const entity = (whole: string, name: string): string => {
	const code = /^#x/i.test(name) ? Number(`0${name.slice(1)}`) : Number(name.slice(1));
	if (!name.startsWith('#')) return own(ENTITIES, name) ?? whole;
	const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : whole;
};

/** Copied from the source of a page: no address and no number has both & and ; in it. */
const withoutEntities = (value: string): string =>
	value.includes('&') ? value.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, entity) : value;

const QUOTES = '\'"`“”„‟‘’‚‛«»‹›＂＇';
const BEFORE = new RegExp(`^(?:[\\s<＜${QUOTES}]|mailto:(?://)?)+`, 'i');
const AFTER = new RegExp(`[\\s>＞,，、;；.${QUOTES}]`);
const QUOTED = new RegExp(`^[${QUOTES}]+(.*?)[${QUOTES}]+[,;]?$`, 's');
const LINK = /^[^@]*mailto:/i;

/** Without quotation marks around all of it, and the comma behind them in JSON. Trimmed. */
export const withoutQuotes = (value: string): string => value.replace(QUOTED, '$1').trim();

const BARE = /^[\w.+-]+@[\w.-]*[\w-]$/;

/** Most addresses have nothing around them. */
export const isBareAddress = (value: string): boolean => BARE.test(value);

/** A link has some characters as `%2B`: https://www.rfc-editor.org/rfc/rfc6068#section-2 */
function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

/** An e-mail address without what mail programs put around it, the subject of a `mailto:` included. */
export function withoutMailMarks(value: string): string {
	const plain = withoutInvisible(withoutEntities(value));
	const from = BEFORE.exec(plain)?.[0].length ?? 0;
	const isLink = LINK.test(plain);
	const subject = isLink ? plain.indexOf('?') : -1;
	let to = subject < 0 ? plain.length : subject;
	while (to > from && AFTER.test(plain.charAt(to - 1))) to--;
	const address = plain.slice(from, to);
	return isLink ? decoded(address) : address;
}

/** What is searched for: an address, or a part of one, as it may be pasted. */
export const searched = (value: string): string =>
	withoutEntities(value).includes('@') ? withoutMailMarks(value) : withoutInvisible(value);

/** Dashes, brackets, blanks and dots of every kind, what passes for a dash, and the slash behind an area code. */
const BETWEEN_DIGITS = /[\p{Pd}\p{Ps}\p{Pe}\p{White_Space}.·‧•∙⋅・−⁃˗ー/⁄∕]+/gu;

/** An apostrophe before a number keeps it text in a sheet; a link begins with `tel:`. */
const AROUND_DIGITS = new RegExp(`^[${QUOTES}]*(?:tel:|callto:)?|[${QUOTES},;]+$`, 'gi');

/** A phone number by its digits and its plus sign, however it is written. */
export const phoneDigits = (value: string): string =>
	withoutInvisible(withoutEntities(value))
		.normalize('NFKC')
		.replace(BETWEEN_DIGITS, '')
		.replace(AROUND_DIGITS, '');

/** Whether that is a phone number, or enough of one to search for. */
export const isPhone = (digits: string): boolean => /^\+?\d{3,}$/.test(digits);
