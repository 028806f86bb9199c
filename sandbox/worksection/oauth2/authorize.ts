import type { Reply } from '../../server/reply';
import type { ReceivedRequest } from '../../server/request';
import { OAUTH2_CLIENT, SCOPES } from './client';
import type { Grants } from './grants';

interface Asked {
	redirectUri: string;
	state: string;
	scopes: string[];
}

/** HTTPS, says the documentation; the loopback hosts of this machine stand in for it. */
const REDIRECT = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/;

function wrongWith(query: URLSearchParams, { redirectUri, state, scopes }: Asked) {
	if (query.get('client_id') !== OAUTH2_CLIENT.id) return 'Client authentication failed';
	if (query.get('response_type') !== 'code') return 'response_type must be code';
	if (!REDIRECT.test(redirectUri)) return 'Invalid redirect URI';
	if (state === '') return 'state is required';
	const unknown = scopes.find((scope) => !SCOPES.includes(scope));
	if (unknown !== undefined) return `The scope ${unknown} is invalid`;
	return scopes.length === 0 ? 'scope is required' : undefined;
}

const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const page = (body: string): string =>
	`<!doctype html><html><head><title>Worksection</title></head><body>${body}</body></html>`;

/** A page that asks the person for the permission; *Allow* leads back with a code. */
export function authorize({ method, query }: ReceivedRequest, grants: Grants): Reply {
	const asked = {
		redirectUri: query.get('redirect_uri') ?? '',
		state: query.get('state') ?? '',
		scopes: (query.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== ''),
	};
	const wrong = wrongWith(query, asked);
	if (wrong !== undefined) return { status: 400, html: page(`<p>${escaped(wrong)}</p>`) };
	if (method === 'POST') return allowed(asked, grants);
	const list = asked.scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('');
	const form = '<form method="post"><button>Allow</button></form>';
	return { status: 200, html: page(`<p>n8n asks for:</p><ul>${list}</ul>${form}`) };
}

function allowed({ redirectUri, state, scopes }: Asked, grants: Grants): Reply {
	const target = new URL(redirectUri);
	target.searchParams.set('code', grants.code(scopes, redirectUri));
	target.searchParams.set('state', state);
	return { status: 302, headers: { location: target.href }, html: page('') };
}
