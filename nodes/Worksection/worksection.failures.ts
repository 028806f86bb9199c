import type { Answer, Failure } from '../shared/provider';
import { isRecord, named, own, text } from '../shared/read';

/**
 * Worksection's `status_code`, from its Postman examples and SDKs; there is no complete table.
 */
const NEXT: Record<string, string> = {
	'2': 'Check the API key and the account URL in the credential: the owner finds the key under Account → API → Show API key.',
	'10': 'Fill in the field that is named.',
	'11': 'Correct the value that is named.',
	'20': 'The key may not do this: use the admin API key of the account.',
	'30': 'Check the value that was looked for.',
};
const NEXT_BY_STATUS: Record<number, string> = {
	401: 'Check the API key in the credential.',
	403: 'Check the API key in the credential, and that API access is on for the account.',
	404: 'Check the account URL in the credential.',
	414: 'Shorten the values: the address of a request may be 8 KB long.',
};
const BUSY_NEXT =
	"Worksection takes one request a second. Run again in a moment, or lower 'Requests per Second' under Options.";

/** https://worksection.com/en/faq/api-start.html: at most one request a second. */
const TOO_MANY = /too many requests/i;

function words(body: Record<string, unknown>): string {
	const message = text(body.message) ?? text(body.errorDescription) ?? text(body.error);
	const detail = text(body.message_details);
	return [message ?? 'the request was refused', detail].filter((part) => part !== null).join(': ');
}

/** Errors come with HTTP 200, too: `{"status":"error","status_code":10,"message":"…"}`. */
export function readWorksectionFailure({ status, body }: Answer): Failure | undefined {
	const answer = isRecord(body) ? body : {};
	if (answer.status !== 'error' && status < 400) return undefined;
	const code = text(answer.status_code);
	const said = words(answer);
	if (status === 429 || TOO_MANY.test(said)) {
		return { text: said, kind: 'busy', next: BUSY_NEXT, ...named('code', code) };
	}
	return {
		text: said,
		...named('code', code),
		...named('next', own(NEXT, code ?? '') ?? NEXT_BY_STATUS[status]),
	};
}
