import type { IDataObject } from 'n8n-workflow';
import type { Answer, ReadError } from '../shared/http/connection';
import { errorWords, wordsIn } from '../shared/http/errorWords';
import { isRecord, text } from '../shared/text/json';

/** What to do about each HTTP status. */
const NEXT: Record<number, string> = {
	401: 'Check the API key in the credential: copy it again from Autocalls under API keys.',
	402: 'Check the balance of your Autocalls account.',
	403: 'This API key lacks the permission: use the API key of a white-label admin.',
	404: 'Check the user, and that the credential belongs to the right platform.',
	429: "Run again in a moment, or set 'Requests per Second' under Options.",
	500: 'Autocalls failed to process the request. Try again later.',
};

const NEXT_FIELD = 'Correct the field that the message names.';
const NEXT_BALANCE = "Check your balance and that of the user, or lower 'Amount'.";
const NEXT_VALUES = 'Check the values that you entered.';

/** Laravel's validation errors field by field: "email: The email has already been taken." */
const fieldErrors = (body: IDataObject): string | null => wordsIn(body.errors);

function wordsOf(body: unknown): string | null {
	if (!isRecord(body)) return errorWords(body);
	return fieldErrors(body) ?? text(body.message) ?? errorWords(body);
}

/** What was sent is wrong: a field of it, or the request as a whole. */
function nextForValues(body: unknown): string {
	if (isRecord(body) && isRecord(body.errors) && fieldErrors(body) !== null) return NEXT_FIELD;
	return /\bbalance\b/i.test(wordsOf(body) ?? '') ? NEXT_BALANCE : NEXT_VALUES;
}

/** An `error` inside HTTP 200. */
function refusesInBand(body: unknown): boolean {
	if (!isRecord(body) || body.data !== undefined) return false;
	return (wordsIn(body.error) ?? fieldErrors(body)) !== null;
}

/** Laravel's words for what somebody else has: nothing was done. */
const TAKEN = /\balready (?:been taken|taken|exists)\b/i;

/** In-band, whether a write was carried out is unknown, unless the words say so. */
function meaning(status: number, words: string): Pick<ReadError, 'kind' | 'cause'> {
	if (status < 400) return { kind: TAKEN.test(words) ? 'refused' : 'providerFailed' };
	return status === 402 ? { cause: 'quota-exhausted' } : {};
}

/** Three shapes are in use: `errors`, `message` and `error`; others come from what stands before it. */
export function readAutocallsError({ status, body }: Answer): ReadError | undefined {
	if (status < 400 && !refusesInBand(body)) return undefined;
	const words = wordsOf(body) ?? 'the request was refused';
	return {
		text: words,
		code: isRecord(body) ? text(body.code) : null,
		...meaning(status, words),
		next: status === 400 || status === 422 ? nextForValues(body) : NEXT[status],
	};
}
