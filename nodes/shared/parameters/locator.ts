import { InputError } from '../errors';
import { isRecord, own } from '../text/json';
import { emailIn, plainTextIn, quoted, textIn } from './values';

/** A resource locator: by which mode something is named, and its value. */
export interface Locator {
	mode: string;
	value: string;
}

/** What other fields an operation or a picker can ask for. */
export interface ParameterSource {
	parameter(name: string): unknown;
}

/** How the value of a mode is read; all others are IDs, user names and phone numbers. */
const READERS: Record<string, (value: unknown, field: string) => string> = {
	email: emailIn,
	name: textIn,
};

export function locatorIn(value: unknown, field: string): Locator {
	if (!isRecord(value)) return { mode: 'id', value: plainTextIn(value, field) };
	const named = typeof value.mode === 'string' && value.mode !== '' ? value.mode : 'id';
	const mode = named === 'list' ? 'id' : named;
	const read = own(READERS, mode) ?? plainTextIn;
	return { mode, value: read(value.value, field) };
}

/** @throws {InputError} for a mode that isn't offered: it must not pass for another one */
export function assertMode({ mode }: Locator, field: string, modes: readonly string[]): void {
	if (!modes.includes(mode)) throw modeNotOffered(mode, field, modes);
}

export const modeNotOffered = (mode: string, field: string, modes: readonly string[]): InputError =>
	new InputError(`'${field}' can't be chosen by ${quoted(mode)}: use ${modes.join(' or ')}.`);

/**
 * No ID has an @, but an expression may well give an e-mail address.
 *
 * @param otherMode the mode to choose then: "By Email"
 * @throws {InputError}
 */
export function refuseEmailAsId({ mode, value }: Locator, field: string, otherMode: string): void {
	if (mode !== 'id' || !value.includes('@')) return;
	throw new InputError(
		`'${field}' is not an ID: ${quoted(value)}.`,
		`Enter an ID, or choose '${otherMode}'.`,
	);
}

/** An ID, chosen from a list or given; there is no other way to name it. */
export function chosenIdIn(value: unknown, field: string): string {
	const locator = locatorIn(value, field);
	assertMode(locator, field, ['id']);
	return locator.value;
}
