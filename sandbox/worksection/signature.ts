import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { parseRecord } from '../server/json';
import { mediaType, type ReceivedRequest } from '../server/request';

export type Parameters = Readonly<Record<string, string>>;

const same = (left: string, right: string): boolean =>
	left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));

/** UNCONFIRMED: how far apart the clocks may be. */
const SKEW_SECONDS = 300;

/**
 * `md5(<the parameter string as sent> + key)`, with `&hash=` last. Parameters in a body would be
 * unsigned, so none are read. The FAQ on how to start with the API.
 */
function md5Parameters(request: ReceivedRequest, apiKey: string): Parameters | undefined {
	const [, signed, hash] = /^(.+)&hash=([0-9a-f]{32})$/.exec(request.rawQuery) ?? [];
	if (signed === undefined || hash === undefined) return undefined;
	// the bytes of the request line, which node:http hands over one to a character
	const bytes = Buffer.from(signed, 'latin1');
	const expected = createHash('md5').update(bytes).update(apiKey).digest('hex');
	return same(hash, expected) ? Object.fromEntries(new URLSearchParams(signed)) : undefined;
}

const ADMIN = /^Admin (\d{9,11})_([0-9a-f]{64})$/;

/**
 * The header of the official SDKs since 2.1.0: `Admin <ts>_<hmac of "action:ts">`, the action alone
 * in the address, everything else in a JSON body. https://github.com/worksection/python-api-client
 */
function hmacParameters(request: ReceivedRequest, apiKey: string): Parameters | undefined {
	const [, time, hmac] = ADMIN.exec(String(request.headers.authorization)) ?? [];
	if (time === undefined || hmac === undefined) return undefined;
	const action = request.query.get('action') ?? '';
	const expected = createHmac('sha256', apiKey).update(`${action}:${time}`).digest('hex');
	const skew = Math.abs(Date.now() / 1000 - Number(time));
	if (!same(hmac, expected) || skew > SKEW_SECONDS) return undefined;
	return jsonBody(request, action);
}

/** Everything but the action, which stands in the address alone. */
function jsonBody(request: ReceivedRequest, action: string): Parameters | undefined {
	if (request.method !== 'POST' || mediaType(request) !== 'application/json') return undefined;
	if ([...request.query.keys()].join() !== 'action') return undefined;
	const body = parseRecord(request.bodyText);
	if (!body) return undefined;
	const texts = Object.entries(body).map(([name, value]): [string, string] => [
		name,
		typeof value === 'string' ? value : JSON.stringify(value),
	]);
	return { ...Object.fromEntries(texts), action };
}

/** The parameters of a signed request; undefined if the signature is missing or wrong. */
export function signedParameters(request: ReceivedRequest, apiKey: string): Parameters | undefined {
	return request.headers.authorization === undefined
		? md5Parameters(request, apiKey)
		: hmacParameters(request, apiKey);
}
