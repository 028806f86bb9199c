import { timingSafeEqual } from 'node:crypto';

import { Refusal, type Reply } from '../../server/reply';
import { mediaType, type ReceivedRequest } from '../../server/request';
import type { WorksectionSettings } from '../settings';
import { OAUTH2_CLIENT } from './client';
import type { Grants } from './grants';

interface Server {
	readonly grants: Grants;
	readonly settings: WorksectionSettings;
}

/** Errors come with HTTP 200: https://worksection.com/en/faq/oauth.html, and the Postman collection. */
function refuse(error: string, errorDescription: string): never {
	throw new Refusal({ status: 200, json: { error, errorDescription } });
}

/** In the address, as the official SDK sends them, or in a form, as OAuth 2.0 does. UNCONFIRMED that both are taken. */
function parametersOf(request: ReceivedRequest): URLSearchParams {
	if (mediaType(request) !== 'application/x-www-form-urlencoded') return request.query;
	return new URLSearchParams([...request.query, ...new URLSearchParams(request.bodyText)]);
}

function isClient(sent: URLSearchParams): boolean {
	const given = Buffer.from(sent.get('client_secret') ?? '');
	const secret = Buffer.from(OAUTH2_CLIENT.secret);
	const isSecret = given.length === secret.length && timingSafeEqual(given, secret);
	return isSecret && sent.get('client_id') === OAUTH2_CLIENT.id;
}

/** `/oauth2/token`, which exchanges a code, and `/oauth2/refresh`, which rotates both tokens. */
export function token(request: ReceivedRequest, server: Server): Reply {
	if (request.method !== 'POST') return { status: 405, html: '405' };
	const sent = parametersOf(request);
	if (!isClient(sent)) refuse('invalid_client', 'Client authentication failed');
	const isRefresh = isForRefresh(request, sent, server);
	const grant = isRefresh ? refreshed(sent, server) : exchanged(sent, server);
	const { accessToken: access_token, refreshToken: refresh_token } = grant;
	const { accountUrl = `http://${request.headers.host}`, expiresIn } = server.settings;
	const json = {
		token_type: 'Bearer',
		expires_in: expiresIn,
		access_token,
		refresh_token,
		// The collection's example of a refresh has none.
		...(!isRefresh && accountUrl !== '' && { account_url: accountUrl }),
	};
	return { status: 200, json };
}

function isForRefresh(
	{ path }: ReceivedRequest,
	sent: URLSearchParams,
	{ settings }: Server,
): boolean {
	const type = sent.get('grant_type');
	const types = path === '/oauth2/refresh' ? ['refresh_token'] : ['authorization_code'];
	if (path === '/oauth2/token' && settings.tokenRefresh === 'accepted') types.push('refresh_token');
	if (type === null || !types.includes(type)) {
		const words = 'The authorization grant type is not supported by the authorization server.';
		refuse('unsupported_grant_type', words);
	}
	return type === 'refresh_token';
}

function exchanged(sent: URLSearchParams, { grants }: Server) {
	const scopes = grants.useCode(sent.get('code') ?? '', sent.get('redirect_uri') ?? '');
	return typeof scopes === 'string' ? refuse('invalid_request', scopes) : grants.grant(scopes);
}

function refreshed(sent: URLSearchParams, { grants }: Server) {
	const grant = grants.refresh(sent.get('refresh_token') ?? '');
	return typeof grant === 'string' ? refuse('invalid_request', grant) : grant;
}
