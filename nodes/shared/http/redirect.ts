import { ProviderError } from '../errors';
import type { Answer } from './connection';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const MOST_REDIRECTS = 5;

interface Redirected {
	/** The provider's title. */
	provider: string;
	/** The address that redirects. */
	from: string;
	/** Redirects followed so far. */
	followed: number;
	write: boolean;
}

function addressIn(location: string | undefined, from: string): URL | undefined {
	try {
		return location ? new URL(location, from) : undefined;
	} catch {
		return undefined;
	}
}

function whyRefused(url: URL, { from, followed, write }: Redirected): string | undefined {
	if (url.origin !== new URL(from).origin) {
		return `the API redirects to another host (${url.host}), where the node sends no key`;
	}
	if (write)
		return `the API redirects a write to ${url.host}${url.pathname}, and the node does not follow`;
	return followed >= MOST_REDIRECTS
		? `the API redirects more than ${MOST_REDIRECTS} times`
		: undefined;
}

/**
 * Where an answer redirects a request to: only reads are followed, and only within the same origin, so
 * that nothing secret leaves it. undefined where the answer is no redirect.
 */
export function redirectOf(
	{ status, headers }: Answer,
	redirected: Redirected,
): { url: string } | ProviderError | undefined {
	if (!REDIRECTS.has(status)) return undefined;
	const url = addressIn(headers.location, redirected.from);
	const text = url ? whyRefused(url, redirected) : 'the API redirects, but gives no valid address';
	if (url && text === undefined) return { url: url.href };
	return new ProviderError({
		provider: redirected.provider,
		kind: 'refused',
		status,
		text: text ?? '',
		next: 'Check the URL in the credential: enter the one that does not redirect.',
	});
}
