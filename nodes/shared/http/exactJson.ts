import { charactersLike, hasRun } from '../text/characterRun';

const DIGIT = charactersLike(/\d/);
/** 2^53 has as many digits. */
const LONG = 16;
const STRINGS_AND_NUMBERS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = new RegExp(`^-?\\d{${LONG},}$`);

function keepDigits(token: string): string {
	if (!LONG_INTEGER.test(token) || Number.isSafeInteger(Number(token))) return token;
	return `"${token}"`;
}

/**
 * JSON.parse, except that an integer beyond ±(2^53−1) becomes its exact digits as a string: telephony
 * IDs may be that long, and a double would silently change them.
 *
 * @throws SyntaxError where the text isn't JSON
 */
export function parseExact(text: string): unknown {
	const safe = hasRun(text, LONG, DIGIT) ? text.replace(STRINGS_AND_NUMBERS, keepDigits) : text;
	return JSON.parse(safe) as unknown;
}

/** The JSON value, or undefined where the text isn't JSON. */
export function parseOrNothing(text: string): unknown {
	try {
		return parseExact(text);
	} catch {
		return undefined;
	}
}
