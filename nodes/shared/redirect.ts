import type { Answer } from './provider';
import type { Trouble } from './trouble';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const MOST_REDIRECTS = 5;

interface Way {
	/** The address that redirects. */
	from: string;
	/** Redirects followed so far. */
	hops: number;
	write: boolean;
}

function refusal(status: number, text: string): Trouble {
	const next = "Check the credential's address: enter the one where the API answers itself.";
	return { kind: 'refused', status, text, next };
}

function target(location: string | undefined, from: string): URL | undefined {
	try {
		return location ? new URL(location, from) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Where an answer sends a request on to: only reads go on, and only within the same origin, so that
 * nothing secret leaves it. undefined where the answer is no redirect.
 */
export function redirectOf(
	{ status, headers }: Answer,
	{ from, hops, write }: Way,
): { url: string } | Trouble | undefined {
	if (!REDIRECTS.has(status)) return undefined;
	const url = target(headers.location, from);
	if (!url) return refusal(status, 'it redirects, but names no address to go to');
	if (url.origin !== new URL(from).origin) {
		return refusal(status, `it redirects to ${url.host}, where no key is sent`);
	}
	if (write) return refusal(status, `it redirects a change to ${url.host}${url.pathname}`);
	if (hops >= MOST_REDIRECTS) {
		return refusal(status, `it redirects more than ${MOST_REDIRECTS} times`);
	}
	return { url: url.href };
}
