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

/** What an execution, a picker and a poll have in common. */
export type NodeFunctions = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

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
	{ data, signal }: { data: ICredentialDataDecryptedObject; signal?: AbortSignal | undefined },
): Client {
	const type = connection.credential;
	const { id = null, name = type } = functions.getNode().credentials?.[type] ?? {};
	const credentialsDecrypted: ICredentialsDecrypted = { id: id ?? '', name, type, data };
	const send = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> =>
		(await functions.helpers.httpRequestWithAuthentication.call(functions, type, options, {
			credentialsDecrypted,
		})) as IN8nHttpFullResponse;
	return new Client({ send, signal }, connection, data);
}
