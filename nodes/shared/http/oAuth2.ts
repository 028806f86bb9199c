import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { CredentialError, RenewalError } from '../auth/credentialError';
import { withoutPeriod } from '../errors';
import { isRecord } from '../text/json';

/** Sends a request with an OAuth2 credential. n8n signs it, and renews its token. */

/** What axios, n8n and its OAuth2 client throw, as far as it is read here. */
interface Thrown extends Error {
	code?: unknown;
	description?: unknown;
	failure?: { cause?: unknown };
	config?: { url?: unknown };
	response?: unknown;
}

/** The status after which n8n renews the token and sends the request again, once. */
const TOKEN_OVER = 401;

/** Codes of n8n's OAuth2 client (`@n8n/client-oauth2`): refused in OAuth2's words, or in no such words. */
const REFUSED = 'EAUTH';
const UNREADABLE = 'ESTATUS';

const RECONNECT = 'Reconnect: open the credential, and connect it again.';

/**
 * n8n sees the one status that it waits for, and no other; the answer of a second 401 is given back like
 * every other.
 *
 * @throws {CredentialError} where the provider doesn't renew the token
 * @throws {RenewalError} where that can't be known now
 */
export async function sendWithToken(
	options: IHttpRequestOptions,
	send: () => Promise<IN8nHttpFullResponse>,
): Promise<IN8nHttpFullResponse> {
	options.ignoreHttpStatusErrors = { ignore: true, except: [TOKEN_OVER] };
	options.sendCredentialsOnCrossOriginRedirect = false;
	try {
		return await Promise.race([send(), ended(options)]);
	} catch (error) {
		const links = chainOf(error);
		const answer = links.flatMap((link) => answerIn(link, options.url) ?? [])[0];
		if (answer) return answer;
		throw renewalErrorIn(links, options.url) ?? error;
	}
}

/** n8n's own time-out for renewing a token is five minutes. */
async function ended({ abortSignal: signal }: IHttpRequestOptions): Promise<never> {
	return await new Promise((_resolve, reject) => {
		signal?.addEventListener?.('abort', () => reject(new Error('The request was aborted.')));
	});
}

function chainOf(error: unknown): Thrown[] {
	const links: Thrown[] = [];
	let link = error;
	while (link instanceof Error && links.length < 8) {
		links.push(link);
		link = link.cause;
	}
	return links;
}

const addressOf = (url: unknown): string | undefined => {
	if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname}`;
};

/** Whether it came from the request itself, not from renewing its token. */
const isOf = ({ config }: Thrown, url: string): boolean =>
	addressOf(config?.url) === addressOf(url);

function answerIn(link: Thrown, url: string): IN8nHttpFullResponse | undefined {
	const { response } = link;
	if (!isRecord(response) || response.status !== TOKEN_OVER || !isOf(link, url)) return undefined;
	const headers = isRecord(response.headers) ? { ...response.headers } : {};
	return { statusCode: TOKEN_OVER, headers, body: bodyOf(response.data) };
}

const bodyOf = (data: unknown): string => (typeof data === 'string' ? data : JSON.stringify(data));

function renewalErrorIn(links: Thrown[], url: string): Error | undefined {
	const refused = links.find(isRefusal);
	if (refused) return new CredentialError(refusalOf(refused), true);
	const failed = links.find(
		(link) => link.code === UNREADABLE || (link.config !== undefined && !isOf(link, url)),
	);
	return failed && new RenewalError(`the token could not be renewed: ${failed.message}`);
}

/** n8n's own words for it have no code. */
const isRefusal = ({ code, failure, message }: Thrown): boolean =>
	code === REFUSED || failure?.cause === 'credential-invalid' || /\breconnect/i.test(message);

function refusalOf({ code, message, description }: Thrown): string {
	if (code === REFUSED) return `the token is not renewed: ${withoutPeriod(message)}. ${RECONNECT}`;
	const more = typeof description === 'string' ? ` ${description}` : '';
	return `${withoutPeriod(message)}.${more}`;
}
