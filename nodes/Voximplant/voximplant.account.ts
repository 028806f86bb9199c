import type { KeyObject } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readBaseUrl } from '../shared/auth/baseUrl';
import { CredentialError } from '../shared/auth/credentialError';
import { readText } from '../shared/auth/pastedKey';
import { defined } from '../shared/text/json';
import { readPrivateKey } from './voximplant.privateKey';

/** Who signs, and for whom. */
export interface VoximplantAccount {
	privateKey: KeyObject;
	accountId: number;
	keyId: string;
	/** The account that is acted for: the child account, where there is one. */
	issuer: number;
	baseUrl: string;
}

const FIELD = '"Service Account"';
const WANTED =
	'Paste the whole content of the credentials.json that Voximplant lets you download when a service account is created, or the private key from it.';

export function voximplantBaseUrl(credentials: ICredentialDataDecryptedObject): string {
	return readBaseUrl(credentials.baseUrl, 'Base URL');
}

/** @throws {CredentialError} naming the field, what was found in it and what is wanted */
export function readAccount(credentials: ICredentialDataDecryptedObject): VoximplantAccount {
	const baseUrl = voximplantBaseUrl(credentials);
	const pasted = readServiceAccount(asText(credentials.serviceAccount));
	const error = (what: string) => new CredentialError(`${FIELD} holds ${what}. ${WANTED}`);
	const found = readPrivateKey(pasted.privateKey, pasted.isJson);
	if (typeof found === 'string') throw error(pasted.isJson ? `JSON with ${found} in it` : found);
	const accountId = readId(credentials.accountId, 'Account ID') ?? readOwnId(pasted);
	const keyId = readText(credentials.keyId) || pasted.keyId;
	if (accountId === undefined) throw missing('Account ID', 'account_id', pasted.isJson);
	if (keyId === '') throw missing('Key ID', 'key_id', pasted.isJson);
	const issuer = readId(credentials.childAccountId, 'Child Account ID') ?? accountId;
	return { privateKey: found, accountId, keyId, issuer, baseUrl };
}

/** The private key alone, as it was pasted. */
export function pastedKey({ serviceAccount }: ICredentialDataDecryptedObject): string {
	return readServiceAccount(asText(serviceAccount)).privateKey;
}

interface ServiceAccount {
	isJson: boolean;
	privateKey: string;
	accountId: string;
	keyId: string;
}

function readServiceAccount(text: string): ServiceAccount {
	const json = parseFile(text);
	if (json === undefined) {
		return { isJson: false, privateKey: text, accountId: '', keyId: '' };
	}
	if (json.private_key === undefined) {
		throw new CredentialError(`${FIELD} holds JSON without a "private_key". ${WANTED}`);
	}
	return {
		isJson: true,
		privateKey: readText(json.private_key),
		accountId: readText(json.account_id),
		keyId: readText(json.key_id),
	};
}

/** An expression or a vault may give the file as the object that it is. */
const asText = (value: unknown): string =>
	typeof value === 'object' && value !== null ? JSON.stringify(value) : readText(value);

/** The file's content, also where pasting broke the JSON: quoted, escaped twice, torn over lines. */
function parseFile(text: string): Record<string, unknown> | undefined {
	// Without line breaks: one within a name or a value is none that JSON allows.
	const parsed = parse(text) ?? parse(text.replace(/[\r\n]+/g, ''));
	if (typeof parsed === 'string') return parseFile(parsed);
	if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
	if (!/private_key\W{0,8}:|^\s*["'`]*\{/.test(text.replace(QUOTES, '"'))) return undefined;
	const plain = text.replace(/\\+(["'])/g, '$1').replace(QUOTES, '"');
	const fields = ['private_key', 'account_id', 'key_id'].map((name) => [
		name,
		fieldIn(plain, name),
	]);
	// YAML has its key without quotation marks.
	const whole = /-BEGIN/.test(plain) ? { private_key: plain } : {};
	return { ...whole, ...defined(Object.fromEntries(fields)) };
}

/** As word processors and web pages write them. */
const QUOTES = /[“”„‟″]|&quot;|&#34;/g;

function fieldIn(json: string, name: string): string | undefined {
	const field = new RegExp(`(?<![\\w])["']?${name}["']?\\s*:\\s*(?:"([^"]*)|'([^']*)|(\\d+))`);
	const match = field.exec(json);
	return match?.[1] ?? match?.[2] ?? match?.[3];
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readId(value: unknown, field: string): number | undefined {
	const text = readText(value);
	if (text === '') return undefined;
	const id = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(id) && id > 0) return id;
	throw new CredentialError(
		`"${field}" must be the number of a Voximplant account, digits only, such as 1234567.`,
	);
}

function readOwnId({ accountId }: ServiceAccount): number | undefined {
	return readId(accountId, 'account_id');
}

const SHOWN = ' (with "Key Form" set to "Private Key")';

function missing(field: string, name: string, isJson: boolean): CredentialError {
	return new CredentialError(
		isJson
			? `The JSON in ${FIELD} has no "${name}": fill in "${field}"${SHOWN}, or paste the whole credentials.json.`
			: `"${field}" is empty. A private key alone doesn't say whose it is: fill in "${field}"${SHOWN}, or paste the whole credentials.json into ${FIELD}.`,
	);
}
