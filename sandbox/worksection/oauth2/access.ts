import { Refusal } from '../../server/reply';
import { mediaType, type ReceivedRequest } from '../../server/request';
import type { Action } from '../action';
import { refuse } from '../errors';
import type { WorksectionSettings } from '../settings';
import type { Parameters } from '../signature';
import type { Grants } from './grants';

const BEARER = /^Bearer (\S+)$/;

/**
 * The scopes of a request's token. A bad or expired one is answered with HTTP 401:
 * https://github.com/worksection/python-api-client. The words are UNCONFIRMED.
 */
export function scopesOf({ headers }: ReceivedRequest, grants: Grants): readonly string[] {
	const [, token = ''] = BEARER.exec(headers.authorization ?? '') ?? [];
	const scopes = grants.scopesOf(token);
	if (typeof scopes !== 'string') return scopes;
	throw new Refusal({ status: 401, json: { error: 'access_denied', errorDescription: scopes } });
}

/** In the address, or in a form. */
export function sentParameters(request: ReceivedRequest): Parameters {
	const query = Object.fromEntries(request.query);
	if (mediaType(request) !== 'application/x-www-form-urlencoded') return query;
	return { ...query, ...Object.fromEntries(new URLSearchParams(request.bodyText)) };
}

/** UNCONFIRMED: what a missing scope is answered with. The words name none. */
export function checkScope(
	{ scope }: Action,
	scopes: readonly string[],
	{ scopeRefusal }: WorksectionSettings,
): void {
	if (scopes.includes(scope)) return;
	if (scopeRefusal === 'inBody') refuse(20, 'Access denied');
	throw new Refusal({ status: 403, json: { status: 'error', message: 'Forbidden' } });
}
