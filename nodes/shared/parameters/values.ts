import { validateFieldType } from 'n8n-workflow';
import { InputError } from '../errors';
import { fold } from '../text/fold';
import { isRecord } from '../text/json';
import { withoutInvisible, withoutMailMarks } from '../text/pasted';

/** Readers of what the user entered. Each names the field in what it throws. */

const LONGEST_QUOTE = 80;

/** A value for messages: as much of it as one can read. */
export function quoted(value: string): string {
	const shown = [...value].slice(0, LONGEST_QUOTE).join('');
	return `'${shown}${shown === value ? '' : '…'}'`;
}

export function given(value: unknown): boolean {
	if (typeof value === 'string') return withoutInvisible(value) !== '';
	return value !== undefined && value !== null;
}

/** An empty cell: nothing, blanks, an empty list, or a resource locator without a value. */
export function isBlank(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (isRecord(value) && 'mode' in value) return isBlank(value.value);
	return !given(value);
}

export const withoutBlank = (collection: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(collection).filter(([, value]) => !isBlank(value)));

/** Trimmed text. */
export function textIn(value: unknown, field: string): string {
	if (!given(value)) {
		throw new InputError(
			`'${field}' is empty.`,
			`Enter a value for '${field}'. If it is an expression, check that it returns one for this item.`,
		);
	}
	if (typeof value === 'string') return sendable(value.trim(), field);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number' && Number.isFinite(value)) return numeral(value, field);
	throw new InputError(`'${field}' must be text, not ${describe(value)}.`);
}

/** A user name, an ID or a phone number: text without invisible characters. */
export const plainTextIn = (value: unknown, field: string): string =>
	withoutInvisible(textIn(value, field));

/** Half of a surrogate pair, from a text that was cut, can't be sent in a URL. */
function sendable(value: string, field: string): string {
	if (!/\p{Surrogate}/u.test(value)) return value;
	throw new InputError(`'${field}' contains a broken character. Enter the text again.`);
}

/** Beyond what a double holds, a number may no longer be the ID that was meant. */
function numeral(value: number, field: string): string {
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
	throw new InputError(`'${field}' is a number too large to be exact. Enter it as text.`);
}

export interface PasswordRules {
	shortest: number;
	/** What to do where it is too short: all the other rules, too. */
	next?: string;
}

/** A password: as it is, blanks included. */
export function passwordIn(
	value: unknown,
	field: string,
	{ shortest, next = 'Enter a longer password.' }: PasswordRules,
): string {
	if (!given(value)) textIn(value, field);
	if (typeof value !== 'string') throw new InputError(`'${field}' must be text.`);
	if ([...value].length >= shortest) return sendable(value, field);
	throw new InputError(`'${field}' is too short: it needs at least ${shortest} characters.`, next);
}

/** Also as East Asian keyboards write them. */
const NOT_INSIDE = '\\s\\p{Cc}@＠﹫,，;；<＜>＞"＂():\\[\\]\\\\';
/** A domain has letters of any script, digits, dots and hyphens. */
const ONE_ADDRESS = new RegExp(`^[^${NOT_INSIDE}]+@[\\p{L}\\p{M}\\p{N}._-]+$`, 'u');

/** Whether that is one address and nothing else. */
export const isOneAddress = (value: string): boolean => ONE_ADDRESS.test(value);

/** One address, without what mail programs put around it. */
export function emailIn(value: unknown, field: string): string {
	const entered = textIn(value, field);
	const email = withoutMailMarks(entered);
	if (isOneAddress(email)) return email;
	throw new InputError(`'${field}' is not an e-mail address: '${entered.slice(0, 80)}'.`);
}

/** Digits only, so that no expression can become a list, a wildcard or another path; `007` is the ID 7. */
export function digitsIn(value: unknown, field: string): string {
	const digits = plainTextIn(value, field);
	if (/^\d+$/.test(digits)) return digits.replace(/^0+(?=\d)/, '');
	throw new InputError(
		`'${field}' must be an ID made of digits only, not '${digits.slice(0, 40)}'.`,
	);
}

export interface Range {
	least?: number;
	most?: number;
	whole?: boolean;
}

export function numberIn(value: unknown, field: string, range: Range = {}): number {
	const amount = typeof value === 'string' ? Number(textIn(value, field)) : value;
	if (typeof amount !== 'number' || !Number.isFinite(amount)) {
		throw new InputError(`'${field}' must be a number, not ${describe(value)}.`);
	}
	const wanted = outside(amount, range);
	if (wanted) throw new InputError(`'${field}' must be ${wanted}, not ${amount}.`);
	return amount;
}

function outside(amount: number, { least, most, whole }: Range): string | undefined {
	if (whole && !Number.isInteger(amount)) return 'a whole number';
	if (least !== undefined && amount < least) return `at least ${least}`;
	return most !== undefined && amount > most ? `at most ${most}` : undefined;
}

/** Whatever n8n's own boolean field takes: TRUE, False, 1 and 0, as text or as a number. */
export function flagIn(value: unknown, field: string): boolean {
	if (typeof value === 'boolean') return value;
	if (typeof value === 'string' || typeof value === 'number') {
		const entered = typeof value === 'string' ? withoutInvisible(value) : value;
		const read = validateFieldType(field, entered, 'boolean');
		if (read.valid && typeof read.newValue === 'boolean') return read.newValue;
	}
	throw new InputError(`'${field}' must be true or false, not ${describe(value)}.`);
}

/** One of the choices, in any case and with blanks around it. */
export function choiceIn<T extends string>(
	value: unknown,
	field: string,
	choices: readonly T[],
): T {
	const entered = typeof value === 'string' ? fold(value) : undefined;
	const chosen = choices.find((choice) => choice === value || fold(choice) === entered);
	if (chosen !== undefined) return chosen;
	throw notAChoice(value, field, choices);
}

export const notAChoice = (value: unknown, field: string, choices: readonly string[]): InputError =>
	new InputError(`'${field}' must be one of ${choices.join(', ')}, not ${describe(value)}.`);

/** The entries of a JSON array in text; undefined where it is none. */
function jsonListIn(text: string): unknown[] | undefined {
	try {
		const entries: unknown = JSON.parse(text);
		return Array.isArray(entries) ? entries : undefined;
	} catch {
		return undefined;
	}
}

/** Cut at its commas, a broken array would match nobody, and nobody would know why. */
function splitList(text: string, field: string): unknown[] {
	const plain = withoutInvisible(text);
	if (!plain.startsWith('[')) return text.split(',');
	const entries = jsonListIn(plain);
	if (entries) return entries;
	throw new InputError(
		`'${field}' must be a list, not ${describe(text)}.`,
		'Enter the values with commas between them, or as a JSON array such as ["a", "b"].',
	);
}

/** A list of texts; one text counts as a list with commas, or as a JSON array. */
export function listIn(value: unknown, field: string): string[] {
	const entries = typeof value === 'string' ? splitList(value, field) : value;
	if (!Array.isArray(entries))
		throw new InputError(`'${field}' must be a list, not ${describe(value)}.`);
	const list = entries.filter(given).map((entry) => textIn(entry, field));
	if (list.length > 0) return list;
	throw new InputError(`'${field}' is empty: choose at least one.`);
}

export function collectionIn(value: unknown, field: string): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	if (isRecord(value)) return value;
	throw new InputError(`'${field}' must be a collection of fields, not ${describe(value)}.`);
}

function describe(value: unknown): string {
	if (!given(value)) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return `'${value.slice(0, 40)}'`;
	if (typeof value === 'number') return String(value);
	return typeof value === 'object' ? 'an object' : JSON.stringify(value);
}
