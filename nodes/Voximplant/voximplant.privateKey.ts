import type { KeyObject, PrivateKeyInput } from 'crypto';
import { createPrivateKey } from 'crypto';

/** Found without any white space, since a line may have been broken anywhere. */
const ARMOUR = /-+BEGIN([A-Z0-9]+)-+(.*?)(?:-+END\1-*|$)/;
const LABELS: Record<string, string> = {
	PRIVATEKEY: 'PRIVATE KEY',
	RSAPRIVATEKEY: 'RSA PRIVATE KEY',
};
const SHORTEST_KEY = 2048;
const CUT_OFF = 'a private key that is damaged or cut off';

/** What else people paste. The first that matches names it. */
const OTHER_KEYS: Array<[RegExp, string]> = [
	[/ENCRYPTED/, 'an encrypted private key, which n8n cannot open'],
	[/BEGIN (RSA )?PUBLIC KEY|^ssh-rsa /, 'a public key instead of the private one'],
	[/BEGIN CERTIFICATE|BEGIN X509/, 'a certificate instead of a private key'],
	[/BEGIN EC |BEGIN DSA /, 'a private key of another kind than RSA'],
	[/BEGIN OPENSSH/, 'an SSH key instead of the private key of a service account'],
	[/-----BEGIN/, CUT_OFF],
	[/-----END/, 'a private key whose beginning is missing'],
	[/^eyJ/, 'a token instead of the key that tokens are signed with'],
];
/** Looked for outside a JSON file alone. */
const OTHER_TEXTS: Array<[RegExp, string]> = [
	[/^$/, 'nothing'],
	[
		/^(file:|~|\.{0,2}[\\/]|[a-z]:\\)|\.(json|pem|key|txt)$/i,
		'the path of a file, not its content',
	],
	[/^\S{1,128}$/, 'what looks like an API key or a password, not a service account'],
	[/^[\w+/=\s-]{129,}$/, 'base64 text that is not a whole private key'],
];

/**
 * The key, or what was found in its place, in words that hold none of it.
 *
 * @param inJson the text was the key of a JSON file
 */
export function readPrivateKey(pasted: string, inJson: boolean): KeyObject | string {
	const key = withoutEscapes(pasted)
		.flatMap(candidates)
		.map(open)
		.find((opened) => opened !== undefined);
	if (key === undefined) return nameOf(pasted, inJson);
	if (key.asymmetricKeyType !== 'rsa') return 'a private key of another kind than RSA';
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	return bits < SHORTEST_KEY ? `an RSA key of ${bits} bits, where 2048 is the least` : key;
}

function nameOf(pasted: string, inJson: boolean): string {
	const text = trimmed(pasted.replace(/\\+r/g, '').replace(/\\+n/g, '\n'));
	const others = inJson ? OTHER_KEYS : [...OTHER_KEYS, ...OTHER_TEXTS];
	const other = others.find(([pattern]) => pattern.test(text));
	return other?.[1] ?? (inJson ? CUT_OFF : 'a text that is not a private key');
}

/** Signs as JSON, HTML and URLs write them, also torn; line breaks of HTML; quoted lines; dashes of any kind. */
const plain = (pasted: string): string =>
	pasted
		.replace(
			/(?:\\+\s*u00|%)([\da-f]{2})|&#x([\da-f]{1,2});/gi,
			(_, code?: string, inHtml?: string) =>
				String.fromCharCode(parseInt(code ?? inHtml ?? '', 16)),
		)
		.replace(/&#(\d{2});|<br\s*\/?>|^[>\s]+/gim, (_, code?: string) =>
			code === undefined ? '\n' : String.fromCharCode(Number(code)),
		)
		.replace(/\\+\s*\//g, '/')
		.replace(/\p{Pd}/gu, '-');

const trimmed = (text: string): string => text.replace(/^[\s"'`\\,]+|[\s"'`\\,]+$/g, '');

/**
 * The text without white space and escapes, which a broken line may have torn: a backslash at the end of
 * a line belongs to the n that follows, or else says that the line goes on.
 */
const withoutEscapes = (pasted: string): string[] =>
	[pasted, plain(pasted), pasted.replace(/\\+(?=\s)/g, '')].map((text) =>
		trimmed(text.replace(/\s+/g, '').replace(/\\+[nrt]/g, '')),
	);

/** The ways to read it: by its armour, or as bare base64 in either of the two encodings. */
function candidates(text: string): PrivateKeyInput[] {
	const [, armour, body] = ARMOUR.exec(text) ?? [];
	const base64 = body ?? text;
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return [];
	if (armour !== undefined) {
		const label = LABELS[armour];
		const lines = base64.match(/.{1,64}/g) ?? [];
		if (label === undefined) return [];
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
