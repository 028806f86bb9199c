import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateAutocalls } from '../nodes/Autocalls/autocalls.auth';
import { redirectRules } from '../nodes/shared/auth/redirectRules';

export class AutocallsApi implements ICredentialType {
	name = 'autocallsApi';

	displayName = 'Autocalls API';

	icon: Icon = { light: 'file:../icons/autocalls.svg', dark: 'file:../icons/autocalls.dark.svg' };

	documentationUrl = 'https://docs.autocalls.ai/api-reference/authentication/create-api-key';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 2|abc123…',
			hint: 'In Autocalls: menu → API keys → Create, as the admin of the white-label platform',
			description:
				'The users of a white-label platform are visible only to the key of a white-label admin',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://app.autocalls.ai/api',
			placeholder: 'e.g. https://app.autocalls.ai/api',
			hint: 'Through a reseller: the same address on the reseller’s domain, ending in /api',
			description: 'Leave as it is, unless you use Autocalls through a reseller',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticateAutocalls(credentials, requestOptions);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl}}',
			url: '/user/me',
			disableFollowRedirect: true,
		},
		rules: [
			...redirectRules('Base URL', 'https://app.autocalls.ai/api'),
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'401 Unauthorized: Autocalls doesn’t know this API key, or a proxy or firewall refused the request. Create a key under API keys in Autocalls and paste it whole.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'Autocalls answered 404 Not Found: check that the Base URL ends in /api, such as https://app.autocalls.ai/api.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'email',
					value: undefined,
					message:
						'The Base URL answers, but not as the Autocalls API does. Check that it ends in /api, such as https://app.autocalls.ai/api.',
				},
			},
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}
