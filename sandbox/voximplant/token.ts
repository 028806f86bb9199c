import { type KeyObject, verify } from 'node:crypto';

import { parseRecord } from '../server/json';
import { refuse } from './errors';

/** https://voximplant.com/docs/guides/managementapi/authorization */
const LONGEST_TTL = 3600;
/** UNCONFIRMED: how far the clocks may be apart. */
const SKEW_SECONDS = 3;

export interface Keyring {
	keys: ReadonlyMap<string, KeyObject>;
	/** Unix seconds on the provider's clock. */
	now: number;
}

interface Claims {
	iss: number;
	iat: number;
	exp: number;
}

function part(text: string): Record<string, unknown> {
	return parseRecord(Buffer.from(text, 'base64url').toString('utf8')) ?? refuse(447);
}

function numberIn(claims: Record<string, unknown>, name: string): number {
	const value = claims[name];
	return typeof value === 'number' && Number.isFinite(value) ? value : refuse(447);
}

function claimsOf(text: string): Claims {
	const claims = part(text);
	const iss = numberIn(claims, 'iss');
	if (!Number.isSafeInteger(iss)) refuse(447);
	return { iss, iat: numberIn(claims, 'iat'), exp: numberIn(claims, 'exp') };
}

function keyIdOf(text: string): string {
	const { alg, typ, kid } = part(text);
	if (alg !== 'RS256' || typ !== 'JWT') refuse(447);
	return typeof kid === 'string' ? kid : refuse(447);
}

function checkTimes({ iat, exp }: Claims, now: number): void {
	if (exp - iat > LONGEST_TTL) refuse(454);
	if (iat > now + SKEW_SECONDS) refuse(455);
	if (exp <= now) refuse(456);
}

function partsOf(token: string): [head: string, payload: string, signature: string] {
	const [, head, payload, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
	return head && payload && signature ? [head, payload, signature] : refuse(447);
}

/**
 * The account that the token speaks for: RS256 over header and payload, by a key of the account.
 *
 * @throws {Refusal} with the provider's code for what is wrong with it
 */
export function accountIn(authorization: string | undefined, { keys, now }: Keyring): number {
	if (!authorization?.startsWith('Bearer ')) refuse(100);
	const [head, payload, signature] = partsOf(authorization.slice('Bearer '.length));
	const keyId = keyIdOf(head);
	const claims = claimsOf(payload);
	const key = keys.get(keyId) ?? refuse(433);
	const signed = Buffer.from(`${head}.${payload}`);
	if (!verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'))) refuse(100);
	checkTimes(claims, now);
	return claims.iss;
}
