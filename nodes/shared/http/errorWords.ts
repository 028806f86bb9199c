import type { IDataObject } from 'n8n-workflow';
import { withoutPeriod } from '../errors';
import { isRecord, list, records, text, texts } from '../text/json';

/** Finds the words of a refusal in whatever shape a framework or a gateway gives them. */

/** Where they stand, from what says least to what says most. Apigee's gateway says `faultstring`. */
const NAMES = ['title', 'faultstring', 'error', 'message', 'msg', 'error_description', 'detail'];

/** What tells of each field. https://www.rfc-editor.org/rfc/rfc7807#section-3 has `invalid-params`. */
const DETAILS = ['errors', 'invalid-params', 'invalid_params', 'violations', 'issues'];

/** What one of several errors is about. */
const ABOUT = [
	'field',
	'path',
	'propertyPath',
	'param',
	'parameter',
	'property',
	'attribute',
	'loc',
];

/** An answer may be nested at will. */
const DEEPEST = 6;

/** Text under an unknown name is an ID or a time as often as not; a sentence is neither. */
const SENTENCE = /\p{L}\s+\p{L}/u;

/** What a refusal says under any of the usual names, or field by field; null where it says nothing. */
export function errorWords(body: unknown): string | null {
	if (records(body) || !isRecord(body)) return wordsIn(body);
	return namedWords(body, DEEPEST) ?? joined(Object.entries(body).map(wordsOfUnknown), '; ');
}

/** The words of a value that is known to hold some: "email: It is taken.; name: It is too long." */
export const wordsIn = (value: unknown): string | null => anyWords(value, '; ', DEEPEST);

function anyWords(value: unknown, separator: string, depth: number): string | null {
	if (typeof value === 'string') return text(value);
	if (depth === 0) return null;
	const entries = list(value);
	if (entries)
		return joined(
			entries.map((entry) => anyWords(entry, separator, depth - 1)),
			separator,
		);
	return isRecord(value) ? wordsOfRecord(value, depth - 1) : null;
}

function wordsOfRecord(record: IDataObject, depth: number): string | null {
	const words = namedWords(record, depth);
	if (words !== null) return after(aboutIn(record), words);
	const fields = Object.entries(record).map(([field, value]) =>
		after(field, anyWords(value, ' ', depth)),
	);
	return joined(fields, '; ');
}

/** All that stands under the usual names, each text once; what `errors` adds is in brackets. */
function namedWords(record: IDataObject, depth: number): string | null {
	const byName = new Map(
		Object.entries(record).map(([name, value]) => [name.toLowerCase(), value] as const),
	);
	const parts = NAMES.map((name) => anyWords(byName.get(name), '; ', depth));
	const details = joined(
		DETAILS.map((name) => anyWords(byName.get(name), '; ', depth)),
		'; ',
	);
	const words = joined(
		parts.filter((part) => part === null || !details?.includes(part)).map(trimmed),
		': ',
	);
	if (words === null || details === null) return words ?? details;
	return `${words} (${details})`;
}

/** Under a name that may be anything's: only what can hardly be anything but words. */
function wordsOfUnknown([field, value]: [string, unknown]): string | null {
	if (typeof value === 'string') return SENTENCE.test(value) ? `${field}: ${value.trim()}` : null;
	if (list(value)) return after(field, anyWords(value, ' ', DEEPEST));
	return isRecord(value) ? after(field, namedWords(value, DEEPEST)) : null;
}

/** `{"field":"email"}`, `{"loc":["body","email"]}` or JSON:API's `{"source":{"pointer":"/email"}}`. */
function aboutIn(record: IDataObject): string | null {
	const source = isRecord(record.source) ? text(record.source.pointer) : null;
	const named = ABOUT.map((name) => text(record[name]) ?? text(texts(record[name]).join('.')));
	return named.find((name) => name !== null) ?? source;
}

const after = (about: string | null, words: string | null): string | null =>
	words === null || about === null ? words : `${about}: ${words}`;

const trimmed = (words: string | null): string | null => words && withoutPeriod(words);

function joined(parts: Array<string | null>, separator: string): string | null {
	const distinct = [...new Set(parts.filter((part) => part !== null))];
	return distinct.length > 0 ? distinct.join(separator) : null;
}
