import { randomBytes } from 'node:crypto';

import { OAUTH2_CLIENT } from './client';

/** What an application may do, and the tokens that it does it with. */
interface Grant {
	readonly scopes: readonly string[];
	readonly accessToken: string;
	readonly refreshToken: string;
	/** Epoch milliseconds. */
	accessUntil: number;
	refreshUntil: number;
	revoked: boolean;
}

interface Code {
	readonly scopes: readonly string[];
	readonly redirectUri: string;
	readonly until: number;
	used: boolean;
}

/** Seconds: https://worksection.com/en/faq/oauth.html */
const CODE_LIFE = 600;
const ACCESS_LIFE = 86_400;
const REFRESH_LIFE = 30 * 86_400;

const after = (seconds: number): number => Date.now() + seconds * 1000;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The member who gave the permission. */
const MEMBER = '3990';

/** Looks like the JWT of the Postman example. Nobody but the provider may read it. */
function accessToken(scopes: readonly string[]): string {
	const issued = Math.floor(Date.now() / 1000);
	const claims = {
		...{ aud: OAUTH2_CLIENT.id, jti: randomBytes(40).toString('hex') },
		...{ iat: issued, nbf: issued, exp: issued + ACCESS_LIFE },
		...{ sub: MEMBER, scopes },
	};
	const signature = randomBytes(64).toString('base64url');
	return `${encoded({ typ: 'JWT', alg: 'RS256' })}.${encoded(claims)}.${signature}`;
}

/** The state of the authorization server: codes and tokens, each used once. */
export class Grants {
	private codes = new Map<string, Code>();
	private grants: Grant[] = [];

	reset(): void {
		this.codes.clear();
		this.grants = [];
	}

	code(scopes: readonly string[], redirectUri: string): string {
		const code = `def502${randomBytes(40).toString('hex')}`;
		this.codes.set(code, { scopes, redirectUri, until: after(CODE_LIFE), used: false });
		return code;
	}

	/** The scopes of a code that is used now; otherwise what is wrong with it. */
	useCode(code: string, redirectUri: string): readonly string[] | string {
		const known = this.codes.get(code);
		if (!known) return 'Cannot decrypt the authorization code';
		if (known.used) return 'Authorization code has been revoked';
		if (known.until <= Date.now()) return 'Authorization code has expired';
		if (known.redirectUri !== redirectUri) return 'Invalid redirect URI';
		known.used = true;
		return known.scopes;
	}

	grant(scopes: readonly string[]): Grant {
		const grant = {
			scopes,
			accessToken: accessToken(scopes),
			refreshToken: `def502${randomBytes(80).toString('hex')}`,
			accessUntil: after(ACCESS_LIFE),
			refreshUntil: after(REFRESH_LIFE),
			revoked: false,
		};
		this.grants.push(grant);
		return grant;
	}

	/** Both tokens rotate: those from before are over. Otherwise what is wrong with the token. */
	refresh(refreshToken: string): Grant | string {
		const known = this.grants.find((grant) => grant.refreshToken === refreshToken);
		if (!known) return 'Cannot decrypt the refresh token';
		if (known.revoked) return 'Token has been revoked';
		if (known.refreshUntil <= Date.now()) return 'Token has expired';
		known.revoked = true;
		return this.grant(known.scopes);
	}

	/** The scopes of an access token that is valid; otherwise what is wrong with it. */
	scopesOf(accessToken: string): readonly string[] | string {
		const known = this.grants.find((grant) => grant.accessToken === accessToken);
		if (!known) return 'Access token could not be verified';
		if (known.revoked) return 'Access token has been revoked';
		return known.accessUntil <= Date.now() ? 'Access token is expired' : known.scopes;
	}

	/** Every access token is over; refresh tokens stay valid. */
	expire(): void {
		for (const grant of this.grants) grant.accessUntil = 0;
	}

	/** A person took the permission away: no token is valid any more. */
	revoke(): void {
		for (const grant of this.grants) grant.revoked = true;
	}
}
