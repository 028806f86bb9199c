import type {
	ICredentialType,
	IDataObject,
	IHttpRequestMethods,
	INodeParameters,
} from 'n8n-workflow';
import { HttpRequest } from './builtIn/httpRequest';
import { runNode } from './runNode';
import type { NodePackage } from './nodePackage';

export interface ForeignRequest {
	credentialType: string;
	data: Record<string, unknown>;
	method?: IHttpRequestMethods;
	url: string;
	qs?: IDataObject;
	headers?: IDataObject;
	body?: IDataObject;
	contentType?: 'json' | 'form-urlencoded';
	/** `request`, which n8n's HTTP Request node uses, or `httpRequest`, which nodes use. */
	helper?: 'request' | 'httpRequest';
	from?: NodePackage;
	credentialTypes?: ICredentialType[];
}

const httpRequest = 'n8n-nodes-base.httpRequest';

/** Sends a request as n8n's HTTP Request node does with a *Predefined Credential Type*. */
export async function viaHttpRequest(request: ForeignRequest): Promise<unknown> {
	const { credentialType, data, from, credentialTypes, ...parameters } = request;
	const { error, json } = await runNode({
		node: httpRequest,
		nodeTypes: { [httpRequest]: new HttpRequest() },
		typeVersion: 4.2,
		parameters: { ...parameters, nodeCredentialType: credentialType } as INodeParameters,
		credentials: { [credentialType]: data },
		...(from && { from }),
		...(credentialTypes && { credentialTypes }),
	});
	if (error) throw error;
	return json[0]?.answer;
}
