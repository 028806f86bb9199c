import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	INode,
} from 'n8n-workflow';
import { Client } from './client';
import type { Provider } from './provider';

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** n8n saves the node of an error: without its parameters, which may hold a password. */
export function nodeOf(context: Context): INode {
	const { resource, operation } = context.getNode().parameters;
	return { ...context.getNode(), parameters: { resource, operation } };
}

/**
 * A client that sends through n8n's helper. The credential that was read is handed on with each
 * request: n8n would decrypt it anew.
 */
export function clientOf(
	context: Context,
	provider: Provider,
	{ data, signal }: { data: ICredentialDataDecryptedObject; signal?: AbortSignal | undefined },
): Client {
	const type = provider.credential;
	const { id = null, name = type } = context.getNode().credentials?.[type] ?? {};
	const credentialsDecrypted: ICredentialsDecrypted = { id: id ?? '', name, type, data };
	const send = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> =>
		(await context.helpers.httpRequestWithAuthentication.call(context, type, options, {
			credentialsDecrypted,
		})) as IN8nHttpFullResponse;
	return new Client({ send, signal }, provider, data);
}
