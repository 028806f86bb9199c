import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	INode,
	IPollFunctions,
} from 'n8n-workflow';
import { Client } from './client';
import type { Connection } from './connection';
import { sendWithToken } from './oAuth2';

/** What an execution, a picker and a poll have in common. */
export type NodeFunctions = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

interface CredentialInUse {
	data: ICredentialDataDecryptedObject;
	signal?: AbortSignal | undefined;
	/** What tells its account from others. */
	account: unknown;
}

/** n8n saves the node of an error: without its parameters, which may hold a password. */
export function nodeOf(functions: NodeFunctions): INode {
	const { resource, operation } = functions.getNode().parameters;
	return { ...functions.getNode(), parameters: { resource, operation } };
}

/**
 * A client that sends through n8n's helper. The credential that was read is handed on with each
 * request: n8n would decrypt it anew.
 */
export function clientOf(
	functions: NodeFunctions,
	connection: Connection,
	{ data, ...more }: CredentialInUse,
): Client {
	const type = connection.credential;
	const { id = null, name = type } = functions.getNode().credentials?.[type] ?? {};
	const credentialsDecrypted: ICredentialsDecrypted = { id: id ?? '', name, type, data };
	const send = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> =>
		(await functions.helpers.httpRequestWithAuthentication.call(functions, type, options, {
			credentialsDecrypted,
		})) as IN8nHttpFullResponse;
	const sendBy: typeof send = connection.oAuth2
		? async (options) => await sendWithToken(options, async () => await send(options))
		: send;
	return new Client({ send: sendBy, ...more }, connection, data);
}

/**
 * What tells an account from others: the values of its credentials. A token changes while the account
 * stays the same: n8n's credential and the address stand for it.
 *
 * @throws {CredentialError} where a token has no address
 */
export function identityOf(
	functions: NodeFunctions,
	connection: Connection,
	data: ICredentialDataDecryptedObject,
): unknown {
	if (!connection.oAuth2) return data;
	const { id, name } = functions.getNode().credentials?.[connection.credential] ?? {};
	return { credential: id ?? name, address: connection.baseUrl(data) };
}
