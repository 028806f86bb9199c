import type { Answer, Call, ReadError } from '../shared/http/connection';
import { errorWords } from '../shared/http/errorWords';
import { isRecord, own, record, text } from '../shared/text/json';
import { withLimits } from '../shared/text/limits';

/**
 * Worksection's `status_code`, from its Postman examples and SDKs; there is no complete table.
 */
const CODES: Record<string, string> = {
	'4': 'Check the project: it may be archived or deleted, or belong to another account.',
	'10': 'Fill in the field that the message names.',
	'11': 'Correct the value that the message names.',
	'30': 'Check the value that you searched for.',
};
const WRONG_KEY = '2';
const STATUSES: Record<number, string> = {
	414: 'Shorten the values{: the address of a request may be 8 KB long}.',
};
const SLOWER =
	"{Worksection allows one request per second. }Run again in a moment, or lower 'Requests per Second' under Options.";

/** https://worksection.com/en/faq/api-start.html: at most one request a second. */
const TOO_MANY = /too many requests/i;

function wordsOf({ message_details: details, ...body }: Record<string, unknown>): string {
	const documented = text(body.message) ?? text(body.errorDescription);
	const words = documented ?? errorWords(body) ?? 'the request was refused';
	const detail = text(details);
	return detail === null ? words : `${words}: ${detail}`;
}

function isError({ status, body, text: plain }: Answer): boolean {
	if (status >= 400 || (isRecord(body) && body.status === 'error')) return true;
	return !isRecord(body) && TOO_MANY.test(plain);
}

/** What to do about a refusal, by its code or HTTP status; `otherwise` where a permission may be missing. */
export interface Advice {
	codes: Record<string, string>;
	statuses: Record<number, string>;
	otherwise?: string;
}

export const API_KEY_ADVICE: Advice = {
	codes: {
		'2': 'Check the API key and the account URL in the credential: the owner finds the key under Account → API → Show API key.',
		'20': 'This API key lacks the permission: use the admin API key of the account.',
	},
	statuses: {
		401: 'Check the API key in the credential.',
		403: 'Check the API key in the credential, and that API access is on for the account.',
		404: 'Check the account URL in the credential.',
	},
};

/** https://worksection.com/en/faq/oauth.html */
const SCOPES: Record<string, string> = {
	add_contact: 'contacts_write',
	add_user: 'users_write',
	add_user_group: 'users_write',
	delete_project_members: 'projects_write',
	get_contact_groups: 'contacts_read',
	get_contacts: 'contacts_read',
	get_projects: 'projects_read',
	get_user_groups: 'users_read',
	get_users: 'users_read',
};

/** A token may do what its scopes name, and no more than the person who connected it. */
export function oAuth2Advice({ query }: Call): Advice {
	const scope = own(SCOPES, String(query?.action));
	const needed = `Add '${scope}' to 'Scope' in the credential, and connect it again. If the scope is there, the person who connected may not do this.`;
	return {
		codes: {},
		statuses: { 401: 'Reconnect: open the credential, and connect it again.' },
		...(scope === undefined ? {} : { otherwise: needed }),
	};
}

interface Refusal {
	status: number;
	code: string;
	words: string;
}

/** Statuses that a missing permission may have. */
const PERMISSION: ReadonlySet<number> = new Set([200, 400, 403]);

/** "Too many tasks (10000 max)": https://worksection.com/en/faq/api-start.html */
const TOO_LONG = /too many/i;

function nextOf({ status, code, words }: Refusal, advice: Advice): string | undefined {
	const known =
		own({ ...advice.codes, ...CODES }, code) ?? own({ ...advice.statuses, ...STATUSES }, status);
	if (known !== undefined || !PERMISSION.has(status) || TOO_LONG.test(words)) return known;
	return advice.otherwise;
}

/** What to do, and what it means. */
function meaning(refusal: Refusal, advice: Advice): Omit<ReadError, 'text'> {
	const { status, code, words } = refusal;
	// In-band it is nowhere said that nothing was done: a write isn't repeated.
	if (status === 429) return { kind: 'rateLimited', next: SLOWER };
	if (TOO_MANY.test(words)) return { kind: 'refusedForNow', next: SLOWER };
	const next = nextOf(refusal, advice);
	return code === WRONG_KEY ? { next, cause: 'credential-invalid' } : { next };
}

/** Errors come with HTTP 200, too: `{"status":"error","status_code":10,"message":"…"}`. */
export function readWorksectionError(
	answer: Answer,
	advice = API_KEY_ADVICE,
): ReadError | undefined {
	if (!isError(answer)) return undefined;
	const plain = answer.body === undefined ? answer.text : errorWords(answer.body);
	const body = record(answer.body) ?? { message: plain };
	const code = text(body.status_code);
	const words = wordsOf(body);
	const { next, ...more } = meaning({ status: answer.status, code: code ?? '', words }, advice);
	return { text: words, code, ...more, next: next && withLimits(next, words) };
}
