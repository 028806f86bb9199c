import { NodeApiError, NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IRequestOptions,
	JsonObject,
} from 'n8n-workflow';

const field = (name: string, initial: INodeProperties['default']): INodeProperties => ({
	displayName: name,
	name,
	type: typeof initial === 'object' ? 'json' : 'string',
	default: initial,
});

/**
 * What matters of the HTTP Request node: a request with a predefined credential type. It is built
 * as that node builds it, on n8n's request helper of old; `helper: 'httpRequest'` takes the new one.
 */
export class HttpRequest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HTTP Request',
		name: 'httpRequest',
		group: ['output'],
		version: [3, 4, 4.1, 4.2, 4.3],
		description: 'Makes an HTTP request and returns the response data',
		defaults: { name: 'HTTP Request' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			field('authentication', 'predefinedCredentialType'),
			field('nodeCredentialType', ''),
			field('method', 'GET'),
			field('url', ''),
			field('qs', {}),
			field('headers', {}),
			field('body', {}),
			field('contentType', 'json'),
			field('helper', 'request'),
		],
	};

	async execute(this: IExecuteFunctions) {
		const type = this.getNodeParameter('nodeCredentialType', 0) as string;
		const modern = this.getNodeParameter('helper', 0) === 'httpRequest';
		try {
			const answer: unknown = modern
				? await this.helpers.httpRequestWithAuthentication.call(this, type, modernOptions(this))
				: await this.helpers.requestWithAuthentication.call(this, type, formerOptions(this));
			return [[{ json: { answer } as IDataObject, pairedItem: { item: 0 } }]];
		} catch (error) {
			throw new NodeApiError(this.getNode(), error as JsonObject, { itemIndex: 0 });
		}
	}
}

function modernOptions(context: IExecuteFunctions): IHttpRequestOptions {
	return {
		method: context.getNodeParameter('method', 0) as IHttpRequestMethods,
		url: context.getNodeParameter('url', 0) as string,
		json: true,
		...given(context, 'qs'),
		...given(context, 'headers'),
		...given(context, 'body'),
	};
}

function formerOptions(context: IExecuteFunctions): IRequestOptions {
	const form = context.getNodeParameter('contentType', 0) === 'form-urlencoded';
	const { body } = given(context, 'body');
	return {
		method: context.getNodeParameter('method', 0) as IHttpRequestMethods,
		uri: context.getNodeParameter('url', 0) as string,
		gzip: true,
		rejectUnauthorized: true,
		followRedirect: false,
		resolveWithFullResponse: false,
		timeout: 300_000,
		headers: { accept: 'application/json,text/*;q=0.99', ...given(context, 'headers').headers },
		...given(context, 'qs'),
		...(body && (form ? { form: body } : { body })),
		json: !form,
	};
}

/** The parameter under its own name, where something was given. */
function given(context: IExecuteFunctions, name: string): Record<string, IDataObject> {
	const value = context.getNodeParameter(name, 0) as IDataObject;
	return Object.keys(value).length > 0 ? { [name]: value } : {};
}
