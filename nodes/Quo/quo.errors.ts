import type { IDataObject } from 'n8n-workflow';
import type { Answer, ReadError } from '../shared/http/connection';
import { errorWords, wordsIn } from '../shared/http/errorWords';
import { record, text } from '../shared/text/json';

/** What to do about each HTTP status. Codes are documented with the endpoints, one per status. */
const NEXT: Record<number, string> = {
	400: 'Check the field that the message names, or remove its filter or option.',
	401: "Check the API key in the credential: copy it again from Quo under Settings → API, without 'Bearer'.",
	402: "Check the workspace's subscription in Quo.",
	403: 'Use the API key of a workspace owner or admin: other keys lack the permission.',
	404: 'Check the ID, and that the credential belongs to the right workspace.',
	429: "Run again in a moment, or lower 'Requests per Second' under Options.",
	500: 'Quo failed to process the request. Try again later.',
};

/** The documented words, and `errors[]` field by field: "Bad request (/maxResults: Expected integer)". */
function documentedWords(error: IDataObject): string | null {
	const words = text(error.message);
	const fields = wordsIn(error.errors);
	return words !== null && fields !== null ? `${words} (${fields})` : words;
}

/** Two shapes are in use: the documented one, and one inside `error`. */
export function readQuoError({ status, body }: Answer): ReadError | undefined {
	if (status < 400) return undefined;
	const { error: inner, ...outer } = record(body) ?? {};
	const error = record(inner) ?? outer;
	return {
		text: documentedWords(error) ?? errorWords(body) ?? 'the request was refused',
		code: text(error.code) ?? text(error.key),
		next: NEXT[status],
	};
}
