import type { Answer } from './provider';
import type { Trouble } from './trouble';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export const originOf = (url: string): string => new URL(url).origin;

function refusal(status: number, host: string): Trouble {
	return {
		kind: 'refused',
		status,
		text: `it redirects to ${host}, where no key is sent`,
		next: 'If that is the right place, enter it as the address in the credential.',
	};
}

/** Where an answer sends us on to; undefined where it doesn't. */
export function redirectOf(
	{ status, headers }: Answer,
	from: string,
): { url: string; refusal: Trouble } | Trouble | undefined {
	if (!REDIRECTS.has(status)) return undefined;
	try {
		const { href, host } = new URL(headers.location ?? '', from);
		if (!headers.location) return refusal(status, 'nowhere');
		return { url: href, refusal: refusal(status, host) };
	} catch {
		return refusal(status, 'an address that is not a URL');
	}
}
