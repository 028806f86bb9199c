import { generateKeyPairSync, type KeyObject } from 'node:crypto';

const pairs = new Map<string, { privateKey: KeyObject; publicKey: KeyObject }>();

/** One RSA pair per name and test file: making one takes a while. */
export function rsaPair(name = 'first', modulusLength = 2048) {
	const known = pairs.get(name);
	if (known) return known;
	const pair = generateKeyPairSync('rsa', { modulusLength });
	pairs.set(name, pair);
	return pair;
}

export const pkcs8 = (name?: string): string =>
	rsaPair(name).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export const pkcs1 = (name?: string): string =>
	rsaPair(name).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

export const der = (type: 'pkcs8' | 'pkcs1'): string =>
	rsaPair().privateKey.export({ type, format: 'der' }).toString('base64');

/** What Voximplant lets its users download. */
export const credentialsJson = (changes: Record<string, unknown> = {}): string =>
	JSON.stringify(
		{
			account_email: 'owner@example.com',
			account_id: 1234567,
			key_id: 'ab81c90f-543a-4d55-a8f9-17a61d5c4abd',
			private_key: pkcs8(),
			...changes,
		},
		null,
		2,
	);

/** No word of a secret that is long enough to be one stands in the text. */
export function expectNothingOf(secret: string, text: string): void {
	for (const word of secret.match(/[A-Za-z0-9+/=-]{12,}/g) ?? []) expect(text).not.toContain(word);
}
