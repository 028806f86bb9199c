import type { Answer, ReadError } from '../shared/http/connection';
import { isRecord, record, text } from '../shared/text/json';

/** What to do about each HTTP status. Codes are documented with the endpoints, one per status. */
const NEXT: Record<number, string> = {
	400: 'Check the field that is named, or leave its filter or option out.',
	401: "Check the API key in the credential: copy it again from Quo under Settings → API, without 'Bearer'.",
	402: "Check the workspace's subscription in Quo.",
	403: 'Use an API key of a workspace owner or admin; others may not read this.',
	404: 'Check the ID, and that the credential belongs to the right workspace.',
	429: "Run again in a moment, or lower 'Requests per Second' under Options.",
	500: 'Quo could not process it. Try again later.',
};

/** `errors[]` field by field: "/maxResults: Expected integer". */
function details(errors: unknown): string[] {
	if (!Array.isArray(errors)) return [];
	return errors.filter(isRecord).flatMap(({ path, message }) => {
		const words = [text(path), text(message)].filter((part) => part !== null);
		return words.length > 0 ? [words.join(': ')] : [];
	});
}

/** Two shapes are in use: the documented one, and one inside `error`. */
export function readQuoError({ status, body }: Answer): ReadError | undefined {
	if (status < 400) return undefined;
	const { error: inner, ...outer } = record(body) ?? {};
	const error = record(inner) ?? outer;
	const words = text(error.message) ?? text(error.title) ?? 'the request was refused';
	const fields = details(error.errors);
	return {
		text: fields.length > 0 ? `${words} (${fields.join('; ')})` : words,
		code: text(error.code) ?? text(error.key),
		next: NEXT[status],
	};
}
