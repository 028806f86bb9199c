import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateQuo } from '../nodes/Quo/quo.auth';
import { redirectRules } from '../nodes/shared/auth/redirectRules';

export class QuoApi implements ICredentialType {
	name = 'quoApi';

	displayName = 'Quo (OpenPhone) API';

	icon: Icon = { light: 'file:../icons/quo.svg', dark: 'file:../icons/quo.dark.svg' };

	documentationUrl = 'https://www.quo.com/docs/mdx/api-reference/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. k3Jx9…',
			hint: 'In Quo: Workspace settings → API → Generate API key. Only owners and admins see that page.',
			description: 'The key alone, without the word Bearer',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.openphone.com',
			placeholder: 'e.g. https://api.quo.com',
			description: 'Leave as it is. https://api.quo.com is the same service under its new name.',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticateQuo(credentials, requestOptions);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/v1/users',
			qs: { maxResults: 1 },
			disableFollowRedirect: true,
		},
		rules: [
			...redirectRules('Base URL', 'https://api.openphone.com'),
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'401 Unauthorized: Quo doesn’t know this API key, or a proxy or firewall refused the request. Generate a key under Workspace settings → API in Quo and paste it whole.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'403 Forbidden: this API key may not read the users of the workspace, or a proxy or firewall refused the request. Ask an owner or admin for a key.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'data',
					value: undefined,
					message:
						'The Base URL answers, but not as the Quo API does. Use https://api.openphone.com or https://api.quo.com.',
				},
			},
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}
