import type { Answer, Failure } from '../shared/provider';
import { isRecord, named, text, texts } from '../shared/read';

/** What to do about each HTTP status. */
const NEXT: Record<number, string> = {
	400: 'Check the field that is named.',
	401: 'Check the API key in the credential: copy it again from Autocalls under API keys.',
	402: 'Check the balance of your Autocalls account.',
	403: 'The key is right, but its account may not do this: use the API key of a white-label admin.',
	404: 'Check the user, and that the credential belongs to the right platform.',
	422: 'Correct the field that is named.',
	429: "Run again in a moment, or set 'Requests per Second' under Options.",
	500: 'Autocalls failed to process it. Try again later.',
};

/** Laravel's validation errors field by field: "email: The email has already been taken." */
export function fieldErrors(body: unknown): Record<string, string[]> {
	if (!isRecord(body) || !isRecord(body.errors)) return {};
	return Object.fromEntries(
		Object.entries(body.errors).map(([field, words]) => [
			field,
			Array.isArray(words) ? texts(words) : texts([words]),
		]),
	);
}

function words(body: unknown): string | null {
	const fields = Object.entries(fieldErrors(body)).map(
		([field, reasons]) => `${field}: ${reasons.join(' ')}`,
	);
	if (fields.length > 0) return fields.join('; ');
	if (!isRecord(body)) return null;
	return text(body.message) ?? text(body.error);
}

/** Three shapes are in use: `errors`, `message` and `error`. */
export function readAutocallsFailure({ status, body }: Answer): Failure | undefined {
	if (status < 400) return undefined;
	return {
		text: words(body) ?? 'the request was refused',
		...named('code', isRecord(body) ? text(body.code) : null),
		...named('next', NEXT[status]),
	};
}
