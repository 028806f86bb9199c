import { InputError } from '../errors';
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

const ONE_ADDRESS = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

/** One address, without what mail programs put around it. */
export function emailIn(value: unknown, field: string): string {
	const entered = textIn(value, field);
	const email = withoutMailMarks(entered);
	if (ONE_ADDRESS.test(email)) return email;
	throw new InputError(`'${field}' is not an e-mail address: '${entered.slice(0, 80)}'.`);
}

/** Digits only, so that no expression can become a list, a wildcard or another path. */
export function digitsIn(value: unknown, field: string): string {
	const digits = plainTextIn(value, field);
	if (/^\d+$/.test(digits)) return digits;
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

export function flagIn(value: unknown, field: string): boolean {
	if (typeof value === 'boolean') return value;
	if (value === 'true') return true;
	if (value === 'false') return false;
	throw new InputError(`'${field}' must be true or false, not ${describe(value)}.`);
}

export function choiceIn<T extends string>(
	value: unknown,
	field: string,
	choices: readonly T[],
): T {
	const chosen = choices.find((choice) => choice === value);
	if (chosen !== undefined) return chosen;
	throw new InputError(`'${field}' must be one of ${choices.join(', ')}, not ${describe(value)}.`);
}

/** A list of texts; one text counts as a list with commas. */
export function listIn(value: unknown, field: string): string[] {
	const entries = typeof value === 'string' ? value.split(',') : value;
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
