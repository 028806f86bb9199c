import { generateKeyPairSync } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { readAccount } from '../../nodes/Voximplant/voximplant.account';
import { credentialsJson, der, expectNothingOf, pkcs1, pkcs8, rsaPair } from './keys';

const baseUrl = 'https://api.voximplant.com/platform_api';
const bare = { accountId: '1234567', keyId: 'key-1', baseUrl };
const flat = (pem: string) => pem.replace(/\n/g, '');
const pemOf = (account: ReturnType<typeof readAccount>) =>
	account.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const escaped = (pem: string) => pem.replace(/\n/g, '\\n');

const asUnicodeEscape = (sign: string) => `\\u00${sign.charCodeAt(0).toString(16)}`;

const torn = (pem: string, by = '\n') => pem.replace(/\n/g, `\\${by}n`);
const wrapped = (text: string, width: number) =>
	text.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');

const keyForms: Array<[string, () => string]> = [
	['PKCS#8', () => pkcs8()],
	['PKCS#1', () => pkcs1()],
	['PKCS#8 with literal \\n', () => escaped(pkcs8())],
	['PKCS#1 with literal \\n', () => escaped(pkcs1())],
	['literal \\\\n, escaped twice', () => pkcs8().replace(/\n/g, '\\\\n')],
	['literal \\n torn between its backslash and its n', () => torn(pkcs8())],
	['PKCS#1 with every literal \\n torn', () => torn(pkcs1(), '\r\n')],
	['literal \\n torn and indented', () => torn(pkcs8(), '\n  ')],
	['literal \\r\\n torn', () => pkcs8().replace(/\n/g, '\\\nr\\\nn')],
	['lines that go on after a backslash', () => pkcs8().replace(/\n/g, '\\\n')],
	['wrapped at 37 characters', () => wrapped(escaped(pkcs8()), 37)],
	['literal \\r\\n', () => pkcs8().replace(/\n/g, '\\r\\n')],
	['one line with spaces', () => pkcs8().replace(/\n/g, ' ')],
	['PKCS#1 on one line with spaces', () => pkcs1().replace(/\n/g, ' ')],
	['one line with nothing between, as a password field leaves it', () => flat(pkcs8())],
	['PKCS#1 with nothing between', () => flat(pkcs1())],
	['Windows line ends', () => pkcs8().replace(/\n/g, '\r\n')],
	['old Mac line ends', () => pkcs8().replace(/\n/g, '\r')],
	['blank lines and indentation', () => pkcs8().replace(/\n/g, '\n\n\t  ')],
	['white space around', () => `\n \t${pkcs8()}\n \n`],
	['a byte order mark in front', () => `\ufeff${pkcs8()}`],
	['double quotes around', () => `"${escaped(pkcs8())}"`],
	['double quotes around real line ends', () => `"${pkcs8()}"`],
	['single quotes around', () => `'${pkcs8()}'`],
	['a quoted line of JSON with its comma', () => `"${escaped(pkcs8())}",`],
	['attributes in front, as openssl writes', () => `Bag Attributes: none\n${pkcs8()}`],
	['\\u000a for its line ends', () => pkcs8().replace(/\n/g, '\\u000a')],
	['\\u000a torn', () => pkcs8().replace(/\n/g, '\\\nu000A')],
	['its slashes escaped, as PHP writes them', () => escaped(pkcs8()).replace(/\//g, '\\/')],
	['an escaped slash torn', () => pkcs8().replace(/\//g, '\\\n/')],
	['\\u003d for its equals signs', () => pkcs8().replace(/[=/+]/g, asUnicodeEscape)],
	['percent-encoded', () => encodeURIComponent(pkcs8())],
	['line breaks of HTML', () => pkcs8().replace(/\n/g, '<br />')],
	['line ends as HTML writes them', () => pkcs8().replace(/\n/g, '&#13;&#xA;')],
	['quoted in a mail', () => pkcs8().replace(/^/gm, '> > ')],
	['long dashes', () => pkcs8().replace(/--/g, '—')],
	['no-break hyphens', () => pkcs8().replace(/-/g, '\u2011')],
	['without its last dashes', () => pkcs8().trim().replace(/-+$/, '')],
	['without its last line', () => pkcs8().replace(/-----END.*\n/, '')],
	['bare base64 of PKCS#8', () => der('pkcs8')],
	['bare base64 of PKCS#1', () => der('pkcs1')],
	['bare base64 over lines', () => der('pkcs8').replace(/.{76}/g, '$&\r\n')],
];

const fileForms: Array<[string, () => string]> = [
	['as downloaded', () => credentialsJson()],
	['on one line', () => JSON.stringify(JSON.parse(credentialsJson()))],
	['with white space around', () => `\r\n ${credentialsJson()}\n`],
	['with Windows line ends', () => credentialsJson().replace(/\n/g, '\r\n')],
	['with its own line ends gone', () => flat(credentialsJson())],
	['with its line ends turned into spaces', () => credentialsJson().replace(/\n/g, ' ')],
	['with real line ends inside the key', () => credentialsJson().replace(/\\n/g, '\n')],
	['with spaces for the line ends inside the key', () => credentialsJson().replace(/\\n/g, ' ')],
	['with the line ends inside the key gone', () => credentialsJson().replace(/\\n/g, '')],
	['with line ends escaped twice', () => credentialsJson().replace(/\\n/g, '\\\\n')],
	['with its escapes torn', () => credentialsJson().replace(/\\n/g, '\\\nn')],
	['with one escape torn', () => credentialsJson().replace('\\n', '\\\r\nn')],
	['wrapped by a terminal', () => wrapped(JSON.stringify(JSON.parse(credentialsJson())), 80)],
	['wrapped within its names', () => wrapped(flat(credentialsJson()), 7)],
	['as a JSON string', () => JSON.stringify(credentialsJson())],
	['in single quotes', () => `'${flat(credentialsJson())}'`],
	['with escaped quotes', () => flat(credentialsJson()).replace(/"/g, '\\"')],
	['with a trailing comma', () => credentialsJson().replace(/\n\}$/, ',\n}')],
	['with the number of the account as text', () => credentialsJson({ account_id: '1234567' })],
	['with curled quotes', () => credentialsJson().replace(/"([^"]*)"/g, '“$1”')],
	['with quotes as HTML writes them', () => credentialsJson().replace(/"/g, '&quot;')],
	['with its escapes torn to Unicode', () => credentialsJson().replace(/\\n/g, '\\\nu000a')],
	['with a PKCS#1 key', () => credentialsJson({ private_key: pkcs1() })],
];

describe('the private key alone', () => {
	it.each(keyForms)('is read: %s', (_form, serviceAccount) => {
		const account = readAccount({ ...bare, serviceAccount: serviceAccount() });
		expect(pemOf(account)).toBe(pkcs8());
		expect(account).toMatchObject({ accountId: 1234567, keyId: 'key-1', issuer: 1234567, baseUrl });
	});

	it.each([
		['accountId', '"Account ID" is empty'],
		['keyId', '"Key ID" is empty'],
	])('needs %s', (field, message) => {
		expect(() => readAccount({ ...bare, serviceAccount: pkcs8(), [field]: ' ' })).toThrow(message);
	});
});

describe('the whole credentials.json', () => {
	it.each(fileForms)('is read: %s', (_form, serviceAccount) => {
		const account = readAccount({ serviceAccount: serviceAccount(), baseUrl });
		expect(pemOf(account)).toBe(pkcs8());
		expect(account).toMatchObject({
			accountId: 1234567,
			keyId: 'ab81c90f-543a-4d55-a8f9-17a61d5c4abd',
			issuer: 1234567,
		});
	});

	it('is read as the object that an expression or a vault gives', () => {
		const serviceAccount = JSON.parse(credentialsJson()) as IDataObject;
		expect(pemOf(readAccount({ serviceAccount, baseUrl }))).toBe(pkcs8());
	});

	it('may be YAML, with the IDs beside it', () => {
		const serviceAccount = `account_id: 7\nprivate_key: |\n${pkcs8().replace(/^/gm, '  ')}`;
		expect(readAccount({ ...bare, serviceAccount })).toMatchObject({ accountId: 1234567 });
	});

	it('gives way to the fields beside it', () => {
		const serviceAccount = credentialsJson();
		const account = readAccount({ ...bare, serviceAccount, accountId: ' 77 ', keyId: ' other ' });
		expect(account).toMatchObject({ accountId: 77, keyId: 'other', issuer: 77 });
	});

	it.each([['7654321'], [7654321]])('acts for a child account: %j', (childAccountId) => {
		const account = readAccount({ serviceAccount: credentialsJson(), childAccountId, baseUrl });
		expect(account).toMatchObject({ accountId: 1234567, issuer: 7654321 });
	});

	it.each([
		['account_id', 'no "account_id": fill in "Account ID"'],
		['key_id', 'no "key_id": fill in "Key ID"'],
		['private_key', 'JSON without a "private_key"'],
	])('without %s says so', (name, message) => {
		const serviceAccount = credentialsJson({ [name]: undefined });
		expect(() => readAccount({ serviceAccount, baseUrl })).toThrow(message);
	});

	it('of another service is not taken for one of Voximplant', () => {
		const google = JSON.stringify({ private_key_id: 'abc', private_key: pkcs8(), project_id: 'p' });
		expect(() => readAccount({ serviceAccount: google, baseUrl })).toThrow('no "account_id"');
	});
});

const encrypted = () =>
	rsaPair()
		.privateKey.export({
			type: 'pkcs8',
			format: 'pem',
			cipher: 'aes-256-cbc',
			passphrase: 'secret',
		})
		.toString();
const encryptedPkcs1 = () =>
	rsaPair()
		.privateKey.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
		.toString();
const ec = (type: 'pkcs8' | 'sec1') =>
	generateKeyPairSync('ec', { namedCurve: 'P-256' })
		.privateKey.export({ type, format: 'pem' })
		.toString();
const ed25519 = () =>
	generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKey = (type: 'spki' | 'pkcs1') =>
	rsaPair().publicKey.export({ type, format: 'pem' }).toString();
const armoured = (label: string) => pkcs8().replace(/PRIVATE KEY/g, label);

const CUT_OFF = /JSON with a private key that is damaged or cut off/;
const cutAt = (end: string) => {
	const json = credentialsJson();
	return json.slice(0, json.indexOf(end) + end.length);
};

const wrong: Array<[string, () => string, RegExp]> = [
	['nothing', () => '  ', /holds nothing/],
	['a public key', () => publicKey('spki'), /a public key instead/],
	['a PKCS#1 public key', () => publicKey('pkcs1'), /a public key instead/],
	['a public key for SSH', () => 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC me@host', /a public key/],
	['a certificate', () => armoured('CERTIFICATE'), /a certificate instead/],
	['an encrypted PKCS#8 key', encrypted, /an encrypted private key/],
	['an encrypted PKCS#1 key', encryptedPkcs1, /an encrypted private key/],
	['an encrypted key on one line', () => flat(encryptedPkcs1()), /an encrypted private key/],
	['an EC key', () => ec('sec1'), /another kind than RSA/],
	['an EC key in PKCS#8', () => ec('pkcs8'), /another kind than RSA/],
	['an Ed25519 key', ed25519, /another kind than RSA/],
	['an OpenSSH key', () => armoured('OPENSSH PRIVATE KEY'), /an SSH key/],
	['a short RSA key', () => short(), /an RSA key of 1024 bits/],
	['a key cut off in the middle', () => pkcs8().slice(0, 900), /damaged or cut off/],
	['a key whose inside was damaged', () => pkcs8().replace(/\n.{40}/, '\n'), /damaged or cut off/],
	['a key without its beginning', () => pkcs8().slice(60), /whose beginning is missing/],
	['bare base64 cut off', () => der('pkcs8').slice(0, 800), /base64 text that is not a whole/],
	['an api_key', () => '9f1c3bb2-7f0e-4f43-8a6e-2f5b8f3f7d11', /looks like an API key/],
	['a password', () => 'correct-horse', /looks like an API key or a password/],
	['a JWT', () => `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(200)}.${'b'.repeat(200)}`, /a token/],
	['a path', () => '/home/node/credentials.json', /the path of a file/],
	['a path of Windows', () => 'C:\\Users\\me\\new\\credentials.json', /the path of a file/],
	['a file name', () => 'credentials.json', /the path of a file/],
	['a sentence', () => 'I was told to paste my key here.', /a text that is not a private key/],
	['JSON that is no object', () => '[1,2]', /JSON without a "private_key"/],
	[
		'JSON with a public key',
		() => credentialsJson({ private_key: publicKey('spki') }),
		/JSON with/,
	],
	['JSON cut off', () => credentialsJson().slice(0, 1200), /JSON with a private key that is dam/],
	['JSON cut off in the first line of the key', () => cutAt('-----BEG'), CUT_OFF],
	['JSON cut off where the key begins', () => cutAt('"private_key": "'), CUT_OFF],
	['JSON cut off before the key', () => cutAt('"key_id"'), /JSON without a "private_key"/],
	['JSON with a word for the key', () => credentialsJson({ private_key: 'TODO' }), CUT_OFF],
	['JSON with a part of the key', () => credentialsJson({ private_key: 'MIIEvQIBADAN' }), CUT_OFF],
	[
		'JSON with base64 cut off',
		() => credentialsJson({ private_key: der('pkcs8').slice(0, 800) }),
		CUT_OFF,
	],
];

const short = () =>
	rsaPair('short', 1024).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('anything else', () => {
	it.each(wrong)('is refused: %s', (_what, serviceAccount, reason) => {
		const pasted = serviceAccount();
		const message = refusal({ ...bare, serviceAccount: pasted });
		expect(message).toMatch(/^"Service Account" holds /);
		expect(message).toMatch(reason);
		expect(message).toContain('credentials.json that Voximplant');
		expectNothingOf(pasted, message);
	});

	it.each([
		['accountId', '12a'],
		['accountId', '-5'],
		['accountId', '12345678901234567890'],
		['accountId', 'owner@example.com'],
		['accountId', '0'],
		['childAccountId', 'all'],
		['childAccountId', '1;2'],
	])('%s = %j is refused, naming the field', (field, value) => {
		const message = refusal({ ...bare, serviceAccount: pkcs8(), [field]: value });
		expect(message).toMatch(field === 'accountId' ? /^"Account ID"/ : /^"Child Account ID"/);
		expect(message).toContain('digits only');
	});

	it('in the JSON too', () => {
		const serviceAccount = credentialsJson({ account_id: 'acme' });
		expect(refusal({ serviceAccount, baseUrl })).toMatch(/^"account_id" must be the number/);
	});
});

function refusal(credentials: ICredentialDataDecryptedObject): string {
	try {
		readAccount(credentials);
	} catch (error) {
		expect(error).toHaveProperty('name', 'CredentialError');
		return (error as Error).message;
	}
	throw new Error('It was accepted.');
}
