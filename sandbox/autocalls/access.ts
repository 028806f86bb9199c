import { Refusal } from '../server/reply';
import { mediaType, type ReceivedRequest } from '../server/request';
import type { Context } from './endpoint';
import { refuse } from './errors';
import { ADMIN_KEY, type KeyOwner } from './platform';
import { type Body, parseBody } from './validation';

/** The owner of the request's API key. */
export function keyOwner(request: ReceivedRequest, { platform, settings }: Context): KeyOwner {
	const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
	const owner = platform.ownerOf(key);
	if (owner) return owner;
	const [first = ''] = (request.headers.accept ?? '').split(',');
	if (settings.needsAccept && !/[/+]json/.test(first)) {
		throw new Refusal({ status: 302, headers: { location: '/login' }, html: 'Redirecting' });
	}
	return refuse(401, { message: 'Unauthenticated.' });
}

/** @throws {Refusal} unless the key is the white-label admin's */
export function requireAdmin(request: ReceivedRequest, context: Context): void {
	keyOwner(request, context);
	if (request.headers.authorization !== `Bearer ${ADMIN_KEY}`) {
		refuse(403, { error: 'You are not a white label admin.' });
	}
}

/** The JSON body of an admin's request. */
export function adminBody(request: ReceivedRequest, context: Context): Body {
	requireAdmin(request, context);
	// the pages send JSON; what happens to another media type is UNCONFIRMED
	if (mediaType(request) !== 'application/json') {
		refuse(415, { message: 'The request body must be application/json.' });
	}
	return parseBody(request.bodyText);
}
