import type { KeyObject, PrivateKeyInput } from 'crypto';
import { createPrivateKey } from 'crypto';

const ARMOUR = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)(?:-----END \1-----|$)/;
const SHORTEST_KEY = 2048;

/** What else people paste. The first that matches names it. */
const OTHERS: Array<[RegExp, string]> = [
	[/^$/, 'nothing'],
	[/ENCRYPTED/, 'an encrypted private key, which n8n cannot open'],
	[/BEGIN (RSA )?PUBLIC KEY|^ssh-rsa /, 'a public key instead of the private one'],
	[/BEGIN CERTIFICATE|BEGIN X509/, 'a certificate instead of a private key'],
	[/BEGIN EC |BEGIN DSA /, 'a private key of another kind than RSA'],
	[/BEGIN OPENSSH/, 'an SSH key instead of the private key of a service account'],
	[/-----BEGIN/, 'a private key that is damaged or cut off'],
	[/-----END/, 'a private key whose beginning is missing'],
	[/^eyJ/, 'a token instead of the key that tokens are signed with'],
	[
		/^(file:|~|\.{0,2}[\\/]|[a-z]:\\)|\.(json|pem|key|txt)$/i,
		'the path of a file, not its content',
	],
	[/^\S{1,128}$/, 'what looks like an API key or a password, not a service account'],
	[/^[\w+/=\s-]{129,}$/, 'base64 text that is not a whole private key'],
];

/** The key, or what was found in its place, in words that hold none of it. */
export function readPrivateKey(pasted: string): KeyObject | string {
	const text = pasted
		.replace(/\\+r/g, '')
		.replace(/\\+n/g, '\n')
		.replace(/^[\s"'`\\,]+|[\s"'`\\,]+$/g, '');
	const key = candidates(text)
		.map(open)
		.find((opened) => opened !== undefined);
	if (key === undefined) return nameOf(text);
	if (key.asymmetricKeyType !== 'rsa') return 'a private key of another kind than RSA';
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	return bits < SHORTEST_KEY ? `an RSA key of ${bits} bits, where 2048 is the least` : key;
}

function nameOf(text: string): string {
	const other = OTHERS.find(([pattern]) => pattern.test(text));
	return other?.[1] ?? 'a text that is not a private key';
}

/** The ways to read it: by its armour, or as bare base64 in either of the two encodings. */
function candidates(text: string): PrivateKeyInput[] {
	const [, label, body] = ARMOUR.exec(text) ?? [];
	const base64 = (body ?? text).replace(/\s+/g, '');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return [];
	const lines = base64.match(/.{1,64}/g) ?? [];
	if (label !== undefined) {
		return [
			{ key: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n') },
		];
	}
	const key = Buffer.from(base64, 'base64');
	return [
		{ key, format: 'der', type: 'pkcs8' },
		{ key, format: 'der', type: 'pkcs1' },
	];
}

function open(input: PrivateKeyInput): KeyObject | undefined {
	try {
		return createPrivateKey(input);
	} catch {
		return undefined;
	}
}
