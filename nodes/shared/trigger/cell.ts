import type { GenericValue, IDataObject } from 'n8n-workflow';
import { isRecord, text } from '../text/json';
import { damaged } from './damaged';

/** One value, as it is compared, remembered and told. */

/** Names in alphabetical order, without those of nothing: two objects with the same content are equal. */
function sorted(value: IDataObject): IDataObject {
	const names = Object.keys(value).sort();
	const fields = names.map((name) => [name, comparable(value[name])] as const);
	return Object.fromEntries(fields.filter(([, told]) => told !== null)) as IDataObject;
}

/** Providers send skills, queues and numbers in any order. */
const sortedList = (list: unknown[]): unknown[] =>
	list
		.map((entry) => JSON.stringify(comparable(entry)))
		.sort()
		.map((entry): unknown => JSON.parse(entry));

/** Text is trimmed; absent, null and empty text are null. */
export function comparable(value: unknown): unknown {
	if (typeof value === 'string') return text(value);
	if (Array.isArray(value)) return sortedList(value);
	return isRecord(value) ? sorted(value) : (value ?? null);
}

/** What would end a cell or a line, what escapes it, and what not every database takes. */
const SPECIAL = /[~|\p{Cc}\p{Surrogate}]/gu;
/** Most values are printable ASCII, which takes a fifth of the time. */
const PLAIN_ASCII = /^(?:[ !"$-<>-{}][ -{}]*)?$/;
const PLAIN = /^(?![=#])[^~|\p{Cc}\p{Surrogate}]*$/u;

const escape = (words: string): string =>
	words.replace(SPECIAL, (character) => `~${character.charCodeAt(0).toString(36)}.`);

const unescape = (words: string): string =>
	words.includes('~')
		? words.replace(/~([0-9a-z]+)\./g, (_, code: string) => String.fromCharCode(parseInt(code, 36)))
		: words;

/** What a cell begins with where it holds JSON, and where it holds a fingerprint. */
const JSON_MARK = '=';
export const FINGERPRINT_MARK = '#';

/** Text as it is, anything else as JSON: quotation marks would take a quarter more. */
export function cellOf(value: unknown): string {
	if (typeof value === 'boolean') return JSON_MARK + String(value);
	const told = comparable(value);
	if (told === null) return '';
	if (typeof told !== 'string') return JSON_MARK + escape(JSON.stringify(told));
	if (PLAIN_ASCII.test(told) || PLAIN.test(told)) return told;
	const first = told.charAt(0);
	const isMark = first === JSON_MARK || first === FINGERPRINT_MARK;
	return isMark ? `~${first.charCodeAt(0).toString(36)}.${escape(told.slice(1))}` : escape(told);
}

/** @throws {InputError} where it is damaged */
export function valueIn(cell: string): GenericValue | IDataObject {
	if (cell === '') return null;
	if (!cell.startsWith(JSON_MARK)) return unescape(cell);
	try {
		return JSON.parse(unescape(cell.slice(1))) as GenericValue | IDataObject;
	} catch {
		throw damaged();
	}
}
