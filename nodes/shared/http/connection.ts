import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { ProviderErrorDetails } from '../errors';

/** What a provider's API is: how it is reached, signed and read. Types only. */

export type Query = Record<string, string | number | boolean>;

/** One request, before it is signed. */
export interface Call {
	method: 'GET' | 'POST';
	/** Appended to the base URL; variable parts come through `segment()`. */
	path: string;
	query?: Query;
	/** Sent as application/x-www-form-urlencoded. */
	form?: Query;
	/** Sent as JSON. */
	json?: IDataObject;
	/** Names of the parameters that hold passwords, which must never be shown, should the provider echo them. */
	passwords?: readonly string[];
}

/** One HTTP answer, whatever its status. `body` is undefined where the text isn't JSON. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	text: string;
	body: unknown;
}

/** What an error reader finds: the provider's words and code, and what the user can do about them. */
export interface ReadError extends Pick<ProviderErrorDetails, 'text' | 'next' | 'cause'> {
	/** The provider's own code, where it gave one. */
	code?: string | null | undefined;
	/** Left out, it follows from the HTTP status. */
	kind?: ProviderErrorDetails['kind'];
}

/** The provider's published rate. */
export interface Rate {
	requests: number;
	seconds: number;
}

/**
 * What signing adds to a request, so that it is hidden where the provider echoes it. The value of the
 * Authorization header is always hidden.
 */
export interface Signature {
	/** Query parameters that carry it. */
	query?: readonly string[];
	/** Words before it in the Authorization header, in addition to Bearer. */
	schemes?: readonly string[];
	/** What of that header is secret by itself, too, such as a hash behind a time. */
	inHeader?: RegExp;
}

export interface Connection {
	/** As the user knows the provider; begins every message. */
	title: string;
	/** The credential type's name. */
	credential: string;
	rate?: Rate;
	signature?: Signature;
	/** The credential type extends n8n's `oAuth2Api`: n8n signs, and renews the token after HTTP 401. */
	oAuth2?: boolean;
	/** @throws {CredentialError} where the credential's URL breaks the rules */
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/**
	 * What must never be shown of these credentials.
	 *
	 * @throws {CredentialError} where they can't be used
	 */
	secrets(credentials: ICredentialDataDecryptedObject): string[];
	/** Reads body and status together; undefined where there is no error. */
	readError(answer: Answer, call: Call): ReadError | undefined;
	/**
	 * Names whose users these credentials reach, without anything of a key. Left out, it is the base URL
	 * together with the credential that was chosen in n8n.
	 */
	account?(credentials: ICredentialDataDecryptedObject): string;
}

/** An API that can be reached with more than one credential type. */
export interface ConnectionChoice extends Connection {
	/** By the values of the node's parameter `authentication`. */
	authentications: Record<string, Connection>;
}
