import type { IDataObject } from 'n8n-workflow';

/** Readers that narrow what a provider sent. */

export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The entries of a list; undefined where it is none. PHP makes an object of a list with gaps in its
 * keys: `{"15":{…},"17":{…}}`. Nothing says that an object without names was a list.
 */
export function list(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value as unknown[];
	if (!isRecord(value)) return undefined;
	const names = Object.keys(value);
	return names.length > 0 && names.every(isDigits) ? Object.values(value) : undefined;
}

const isDigits = (name: string): boolean => /^\d+$/.test(name);

/** The list, where each of its entries is an object. */
export function records(value: unknown): IDataObject[] | undefined {
	const entries = list(value);
	return entries?.every(isRecord) ? entries : undefined;
}

export function record(value: unknown): IDataObject | undefined {
	return isRecord(value) ? value : undefined;
}

/** Text, or a number as text; null where there is none or it is blank. Trimmed. */
export function text(value: unknown): string | null {
	const words = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
	if (typeof words !== 'string') return null;
	const trimmed = words.trim();
	return trimmed === '' ? null : trimmed;
}

/** The texts of a list. */
export function texts(value: unknown): string[] {
	return (list(value) ?? []).filter((entry) => typeof entry === 'string');
}

/** A finite number, also where it came as text; undefined otherwise. */
export function number(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const parsed = Number(value);
	return Number.isFinite(parsed) ? parsed : undefined;
}

/** An ID as text, whatever type it has. */
export function idOf(value: unknown): string | undefined {
	return text(value) ?? undefined;
}

/** Digits as the number that they are in JSON, unless a number would not hold them. */
export function exactNumber(digits: string): number | string {
	return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
}

const OWN = { enumerable: true, configurable: true, writable: true };

/** The named fields as they are, `null` where the provider gave nothing. */
export function selectFields(source: IDataObject, names: readonly string[]): IDataObject {
	const selected: IDataObject = {};
	// For 10,000 users a loop takes a third of the time that lists of entries take.
	for (const name of names) {
		const value = (Object.hasOwn(source, name) ? source[name] : undefined) ?? null;
		if (name === '__proto__') Object.defineProperty(selected, name, { ...OWN, value });
		else selected[name] = value;
	}
	return selected;
}

/** The same, without those of the optional ones that the provider didn't send. */
export const selectSent = (
	source: IDataObject,
	names: readonly string[],
	optional: readonly string[],
): IDataObject =>
	selectFields(source, [...names, ...optional.filter((name) => source[name] !== undefined)]);

type Defined<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without the keys whose value is undefined or null. */
export function defined<T extends object>(values: T): Defined<T> {
	const kept = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
	return Object.fromEntries(kept) as Defined<T>;
}

/** An entry of a table; a name that every object has, such as "constructor", is none. */
export function own<T>(table: Record<string, T>, name: string | number): T | undefined {
	return Object.hasOwn(table, name) ? table[name] : undefined;
}
