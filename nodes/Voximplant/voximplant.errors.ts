import type { IDataObject } from 'n8n-workflow';
import type { ErrorKind } from '../shared/errors';
import type { Answer, ReadError } from '../shared/http/connection';
import { errorWords, wordsIn } from '../shared/http/errorWords';
import { defined, isRecord, own, records, text } from '../shared/text/json';
import { withLimits } from '../shared/text/limits';

const PASSWORD_RULES =
	"'User Password' needs {at least 8 characters: }upper and lower case letters, a digit and a special character, without spaces.";
const USER_NAME_RULES =
	'A user name starts with a lower case letter or a digit and has {3 to 50 }letters a-z, digits, - or _.';
const CLOCK =
	"Set the clock of this machine, for example with NTP: it is minutes ahead of or behind Voximplant's clock.";
const KEY = 'Check the credential: paste the whole credentials.json of the service account again.';
const APPLICATION =
	"Check 'Application', and that the credential belongs to the account that owns it.";

/** Error code → what to do, its limits in braces. https://docs.voximplant.ai/api-reference/management-api/errors */
const NEXT: Record<string, string> = {
	'2': 'Voximplant failed to process the request. Try again later.',
	'100': KEY,
	'101': 'Check the values of this operation.',
	'104':
		"The service account's role does not allow this: give it Owner, Admin or User manager, and Owner for sub-users.",
	'107': APPLICATION,
	'109': 'Delete users you no longer need, or ask Voximplant for a higher limit.',
	'112': PASSWORD_RULES,
	'115': "Check 'Account ID' and 'Child Account ID' in the credential.",
	'116': APPLICATION,
	'117': "Check 'User': there is no user with this ID.",
	'118': 'Choose another user name, or update the user who has it.',
	'122': USER_NAME_RULES,
	'131': 'Activate the Voximplant account first.',
	'134': 'Fill in the field that the message names.',
	'157': "Choose another 'User Display Name'{, shorter than 256 characters}.",
	'194': "Check 'Child Account ID' in the credential.",
	'203': "Check 'Mobile Phone': digits with the country code, such as 15551234567.",
	'212': "Shorten 'User Custom Data'{ to less than 8,192 characters}.",
	'218': "Check 'ACD Queue' or 'Excluded ACD Queue'.",
	'222': "Check 'Skill' or 'Skill to Show'.",
	'224': "Check 'Excluded Skill'.",
	'227': "Check 'ACD Status'.",
	'314': "Run again in a moment, or lower 'Concurrency' or 'Pages at Once' under Options.",
	'340': "Run again in a moment, or set 'Requests per Second' under Options.",
	'381': "Check 'Queue': it belongs to no application.",
	'393': "Check 'Application': this user belongs to another one.",
	'433': KEY,
	'434': "Check 'Sub-User': there is no sub-user with this ID.",
	'447': KEY,
	'454': CLOCK,
	'455': CLOCK,
	'456': CLOCK,
	'462': USER_NAME_RULES,
	'463': PASSWORD_RULES,
	'464': PASSWORD_RULES,
	'498': 'Unbind a skill from the user first{: a user can have at most five}.',
	'523': PASSWORD_RULES,
	'524': `Leave out the spaces. ${PASSWORD_RULES}`,
	'558': APPLICATION,
	'563': 'Unbind a queue from the user first.',
};

/** Where something before the API answers, without a code. */
const NEXT_BY_STATUS: Record<number, string> = {
	401: KEY,
	403: 'Check the credential, and any proxy or firewall between this n8n and Voximplant.',
	404: 'Check the Base URL in the credential.',
};

/** In-band equivalents of 500 and 429, and of a signature whose time isn't accepted. */
const KINDS: Record<string, ErrorKind> = {
	'1': 'providerFailed',
	'2': 'providerFailed',
	'4': 'providerFailed',
	'314': 'rateLimited',
	'340': 'rateLimited',
	'455': 'signatureExpired',
	'456': 'signatureExpired',
};

/** `error`, or the first of `errors`, as Voximplant's SDK reads it; undefined where there is none. */
function errorIn(body: unknown): IDataObject | undefined {
	if (!isRecord(body)) return undefined;
	const error: unknown = records(body.errors)?.[0] ?? body.error ?? wordsIn(body.errors);
	if (error === undefined || error === null) return undefined;
	// Text isn't Voximplant's own shape: more words may stand beside it.
	return isRecord(error) ? error : {};
}

/** What the code means. */
function meaning(code: string, words: string): Omit<ReadError, 'text'> {
	const next = own(NEXT, code);
	return {
		next: next && withLimits(next, words),
		...defined({ kind: own(KINDS, code) }),
		...(next === KEY ? { cause: 'credential-invalid' } : {}),
	};
}

/** A gateway's code is a word, or the status again. */
function codeIn(value: unknown, status: number): string | null {
	const code = text(value);
	return code !== null && /^\d+$/.test(code) && code !== String(status) ? code : null;
}

/** Errors come with HTTP 200: `{"error":{"code":100,"msg":"…"}}`. */
export function readVoximplantError({ status, body }: Answer): ReadError | undefined {
	const error = errorIn(body);
	if (error === undefined && status < 400) return undefined;
	const code = codeIn(error?.code, status);
	const words = text(error?.msg) ?? errorWords(body) ?? 'the request was refused';
	if (code === null) return { text: words, code, next: own(NEXT_BY_STATUS, status) };
	return { ...meaning(code, words), text: words, code };
}
