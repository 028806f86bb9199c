import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

export interface KeyPair {
	/** PKCS #8, as in a downloaded `credentials.json`. */
	privateKey: string;
	publicKey: KeyObject;
}

let pair: Promise<KeyPair> | undefined;

async function generate(): Promise<KeyPair> {
	const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
	const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
	return { privateKey: pem, publicKey: createPublicKey(privateKey) };
}

/** Made once per process: a key takes longer to make than a server to start. */
export const keyPair = (): Promise<KeyPair> => (pair ??= generate());
