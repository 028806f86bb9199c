import { verify } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { SIGN_AGAIN } from '../../nodes/shared/auth/signAgain';
import { authenticateVoximplant } from '../../nodes/Voximplant/voximplant.auth';
import { credentialsJson, pkcs1, pkcs8, rsaPair } from './keys';

const baseUrl = 'https://api.voximplant.com/platform_api';
const url = `${baseUrl}/GetUsers`;
const start = 1_800_000_000;

let accounts = 0;
/** An account of its own for each test, as tokens are kept for the whole process. */
const newAccount = (changes: ICredentialDataDecryptedObject = {}) => {
	accounts += 1;
	const serviceAccount = credentialsJson({ account_id: 5_000_000 + accounts });
	return { serviceAccount, baseUrl, ...changes };
};

function tokenOf({ headers }: IHttpRequestOptions): string {
	const [scheme, token] = (headers?.Authorization as string).split(' ');
	expect(scheme).toBe('Bearer');
	return token ?? '';
}

async function tokenAt(
	credentials: ICredentialDataDecryptedObject,
	seconds: number,
	headers: Record<string, string> = {},
): Promise<string> {
	const options: IHttpRequestOptions = { url, headers };
	const signed = await authenticateVoximplant(credentials, options, () => seconds * 1000 + 999);
	expect(signed).toBe(options);
	expect(Object.keys(options.headers ?? {})).toEqual(['Authorization']);
	return tokenOf(options);
}

const part = (text: string | undefined): Record<string, unknown> =>
	JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as Record<string, unknown>;

function read(token: string) {
	const [header, payload, signature] = token.split('.');
	return {
		header: part(header),
		claims: part(payload) as { iss: number; iat: number; exp: number },
		isGenuine: (name?: string) =>
			verify(
				'RSA-SHA256',
				Buffer.from(`${header}.${payload}`),
				rsaPair(name).publicKey,
				Buffer.from(signature ?? '', 'base64url'),
			),
	};
}

const again = { [SIGN_AGAIN]: '1' };

describe('the token', () => {
	it('is an RS256 JWT with the claims that Voximplant asks for', async () => {
		const { header, claims, isGenuine } = read(
			await tokenAt(newAccount({ accountId: '1234567', keyId: 'key-7' }), start),
		);
		expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-7' });
		expect(Object.keys(claims).sort()).toEqual(['exp', 'iat', 'iss']);
		expect(claims.iss).toBe(1234567);
		expect(isGenuine()).toBe(true);
		expect(isGenuine('another')).toBe(false);
	});

	it('is back-dated by seconds and short-lived', async () => {
		const { claims } = read(await tokenAt(newAccount(), start));
		expect(start - claims.iat).toBeGreaterThanOrEqual(1);
		expect(start - claims.iat).toBeLessThanOrEqual(10);
		expect(claims.exp - start).toBeGreaterThanOrEqual(60);
		expect(claims.exp - start).toBeLessThanOrEqual(180);
	});

	it('is issued by the child account that is acted for', async () => {
		const { claims } = read(await tokenAt(newAccount({ childAccountId: '7654321' }), start));
		expect(claims.iss).toBe(7654321);
	});

	it.each([
		['PKCS#1', () => pkcs1()],
		['literal \\n', () => pkcs8().replace(/\n/g, '\\n')],
		['one line', () => pkcs8().replace(/\n/g, ' ')],
	])('is genuine with a key as %s', async (_form, serviceAccount) => {
		const bare = { serviceAccount: serviceAccount(), accountId: '1', keyId: 'k', baseUrl };
		expect(read(await tokenAt(bare, start)).isGenuine()).toBe(true);
	});

	it('takes the place of whatever authorization was there', async () => {
		await tokenAt(newAccount(), start, { authorization: 'Bearer old' });
	});
});

describe('a token is kept', () => {
	it('until shortly before it expires', async () => {
		const account = newAccount();
		const first = await tokenAt(account, start);
		const { exp } = read(first).claims;
		expect(await tokenAt(account, start + 60)).toBe(first);
		for (let second = start; second < exp; second++) {
			const { claims } = read(await tokenAt(account, second));
			expect(claims.exp - second).toBeGreaterThanOrEqual(15);
		}
	});

	it('per account, key, key id and child account', async () => {
		const account = newAccount();
		const others = [
			account,
			{ ...account, keyId: 'other' },
			{ ...account, accountId: '42' },
			{ ...account, childAccountId: '43' },
			{ ...account, serviceAccount: credentialsJson({ private_key: pkcs8('another') }) },
		];
		const tokens = await Promise.all(others.map(async (one) => await tokenAt(one, start)));
		expect(new Set(tokens).size).toBe(others.length);
	});

	it('but not where the clock was set back before it was issued', async () => {
		const account = newAccount();
		await tokenAt(account, start);
		const { claims } = read(await tokenAt(account, start - 600));
		expect(claims.iat).toBeLessThanOrEqual(start - 600);
	});

	it('but not for a credential that was changed meanwhile', async () => {
		const account = newAccount();
		await tokenAt(account, start);
		const broken = { ...account, serviceAccount: 'not-a-key-any-more' };
		await expect(tokenAt(broken, start)).rejects.toThrow('"Service Account" holds');
		await expect(tokenAt({ ...account, baseUrl: 'http://x.example' }, start)).rejects.toThrow(
			'"Base URL"',
		);
	});

	it('for no more than a hundred accounts', async () => {
		const oldest = newAccount();
		await tokenAt(oldest, start);
		for (let i = 0; i < 99; i++) await tokenAt(newAccount(), start);
		const { claims: kept } = read(await tokenAt(oldest, start + 1));
		expect(kept.iat).toBe(start - 5);
		await tokenAt(newAccount(), start);
		const { claims: forgotten } = read(await tokenAt(oldest, start + 1));
		expect(forgotten.iat).toBe(start - 4);
	});

	it('and many requests at once are signed alike', async () => {
		const account = newAccount();
		const tokens = await Promise.all(
			Array.from({ length: 20 }, async () => await tokenAt(account, start)),
		);
		expect(new Set(tokens).size).toBe(1);
	});
});

describe('after a refusal for its time claims', () => {
	it('a token is signed again, as wide as Voximplant allows', async () => {
		const account = newAccount();
		const refused = await tokenAt(account, start);
		const { claims, isGenuine } = read(await tokenAt(account, start, again));
		expect(await tokenAt(account, start)).not.toBe(refused);
		expect(isGenuine()).toBe(true);
		expect(claims.exp - claims.iat).toBeLessThanOrEqual(3600);
		expect(start - claims.iat).toBeGreaterThanOrEqual(1700);
		expect(claims.exp - start).toBeGreaterThanOrEqual(1700);
	});

	it('whatever the case of the header that asks for it', async () => {
		const headers = { [SIGN_AGAIN.toUpperCase()]: 'yes' };
		const { claims } = read(await tokenAt(newAccount(), start, headers));
		expect(claims.exp - claims.iat).toBe(3500);
	});

	it('the wide token serves later requests, and stays wide when it is renewed', async () => {
		const account = newAccount();
		const wide = await tokenAt(account, start, again);
		expect(await tokenAt(account, start + 300)).toBe(wide);
		for (const later of [900, 4000, 100_000]) {
			const { claims } = read(await tokenAt(account, start + later));
			expect(start + later - claims.iat).toBeGreaterThanOrEqual(1000);
			expect(claims.exp - start - later).toBeGreaterThanOrEqual(1000);
		}
	});

	it.each([
		['after', {}, again],
		['before', again, {}],
	])(
		'the wide token stays where it was asked for %s a short one that was under way',
		async (...run) => {
			const account = newAccount();
			const [, first, second] = run;
			await Promise.all([tokenAt(account, start, first), tokenAt(account, start, second)]);
			const { claims } = read(await tokenAt(account, start));
			expect(claims.exp - claims.iat).toBe(3500);
		},
	);

	it('other accounts keep their short tokens', async () => {
		await tokenAt(newAccount(), start, again);
		const { claims } = read(await tokenAt(newAccount(), start));
		expect(claims.exp - claims.iat).toBeLessThan(200);
	});
});

describe('where a request may go', () => {
	it('refuses an unsafe address before anything is signed', async () => {
		const options: IHttpRequestOptions = { url: 'http://api.voximplant.com/platform_api/GetUsers' };
		await expect(authenticateVoximplant(newAccount(), options)).rejects.toThrow('unencrypted');
		expect(JSON.stringify(options)).not.toContain('Bearer');
	});

	it('signs by the clock of the machine where no other is given', async () => {
		const options: IHttpRequestOptions = { url };
		await authenticateVoximplant(newAccount(), options);
		const { claims } = read(tokenOf(options));
		expect(Math.abs(claims.iat - Date.now() / 1000)).toBeLessThan(15);
	});
});
