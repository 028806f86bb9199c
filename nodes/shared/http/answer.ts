import { ProviderError } from '../errors';
import type { ErrorKind, FailureCause } from '../errors';
import type { Answer, Call, Connection, ReadError } from './connection';
import { errorWords } from './errorWords';
import { readRetryAfter } from './retryAfter';
import { counted } from '../text/plural';

const NOT_JSON_NEXT =
	'Check the URL in the credential: it may lead to a web page instead of the API.';

function kindOf(status: number): ErrorKind {
	if (status === 429) return 'rateLimited';
	return status === 408 || status >= 500 ? 'answerLost' : 'refused';
}

/** What came instead of JSON. Nothing of it is quoted: it may hold an unknown secret. */
function describe({ text, body }: Answer): string {
	if (body !== undefined) return errorWords(body) ?? 'the request was refused';
	const start = text.trimStart();
	if (start === '') return 'the answer is empty';
	if (start.startsWith('<')) return 'the answer is a web page, not JSON';
	return `the answer is cut off or not JSON (${counted(text.length, 'characters')})`;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Proxy Authentication Required: never the provider's own status. */
const OF_A_PROXY = 407;

/** Statuses with which proxies, firewalls and login walls answer in the provider's place. */
const BLOCKED = new Set([401, 403, OF_A_PROXY]);

/** Without JSON it isn't the provider's word: no key is blamed for it. */
const blocked = (status: number, text: string, { title }: Connection): ReadError => ({
	text: `a proxy, firewall or login page answered in place of ${title}: ${text}`,
	kind: 'refused',
	next:
		status === OF_A_PROXY
			? 'Check the user name and password of the proxy that this n8n is set to use.'
			: 'Check the address in the credential, and any proxy or firewall between this n8n and the provider.',
});

/** No value was refused by a page of the web. */
const nextOf = (status: number) => (kindOf(status) === 'refused' ? NOT_JSON_NEXT : undefined);

/** The error of an answer that isn't the provider's: its reader sees only the status. */
function unreadable(answer: Answer, connection: Connection, call: Call): ReadError {
	const { status } = answer;
	const text = describe(answer);
	if (BLOCKED.has(status)) return blocked(status, text, connection);
	const read = connection.readError(answer, call);
	if (read && status !== 404) return { ...read, text, next: read.next ?? nextOf(status) };
	const kind = read?.kind ?? (isSuccess(status) ? 'answerLost' : kindOf(status));
	return { text, kind, next: NOT_JSON_NEXT };
}

const isProvidersWord = ({ status, body }: Answer): boolean =>
	body !== undefined && status !== OF_A_PROXY;

/** Only the provider's own word says that the key is wrong. */
const causeOf = ({ status, body }: Answer): { cause?: FailureCause } =>
	status === 401 && body !== undefined ? { cause: 'credential-invalid' } : {};

/** The error in an answer, read from body and status together; undefined where there is none. */
export function errorIn(
	answer: Answer,
	connection: Connection,
	call: Call,
): ProviderError | undefined {
	const { status, headers } = answer;
	const isWord = isProvidersWord(answer);
	const read = isWord ? connection.readError(answer, call) : unreadable(answer, connection, call);
	if (read === undefined && isSuccess(status)) return undefined;
	const { kind = kindOf(status), code, ...words } = read ?? { text: 'the request was refused' };
	return new ProviderError({
		provider: connection.title,
		kind,
		status,
		code: code ?? undefined,
		retryAfterMs: readRetryAfter(headers),
		...causeOf(answer),
		...(isWord ? {} : { notJson: true }),
		...words,
	});
}
