import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateWorksection } from '../nodes/Worksection/worksection.auth';
import { redirectRules } from '../nodes/shared/auth/redirectRules';

export class WorksectionApi implements ICredentialType {
	name = 'worksectionApi';

	displayName = 'Worksection API';

	icon: Icon = {
		light: 'file:../icons/worksection.svg',
		dark: 'file:../icons/worksection.dark.svg',
	};

	documentationUrl = 'https://worksection.com/en/faq/api-start.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Account URL',
			name: 'accountUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://youraccount.worksection.com',
			description: 'The address where you open Worksection. The account name alone works too.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. 7776461cd9…',
			hint: 'In Worksection: Account → API → Show API key. Only the owner of the account sees it.',
			description: 'The admin API key of the account',
		},
		{
			displayName: 'Signature',
			name: 'signature',
			type: 'options',
			options: [
				{
					name: 'MD5 Hash in the URL',
					value: 'md5',
					description: 'As Worksection’s documentation says',
				},
				{
					name: 'HMAC-SHA256 Header',
					value: 'hmac',
					description: 'As Worksection’s own libraries do: the URL contains no signature',
				},
			],
			default: 'md5',
			description: 'How each request proves that it comes from you',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticateWorksection(credentials, requestOptions);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.accountUrl}}',
			url: '/api/admin/v2/',
			qs: { action: 'get_user_groups' },
			disableFollowRedirect: true,
		},
		// Worksection refuses inside HTTP 200. The first rule that fits gives the message.
		rules: [
			...redirectRules('Account URL', 'https://youraccount.worksection.com'),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'status_code',
					value: 2,
					message:
						'Worksection answered 2: Action hash is missed or invalid. The API Key is not that of this account: copy it again from Account → API.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'status_code',
					value: 20,
					message:
						'Worksection answered 20: access denied. Only the account owner’s API key works here.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'message',
					value: 'Too many requests',
					message: 'Worksection answered: Too many requests. Wait a second and try again.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'status',
					value: 'error',
					message:
						'Worksection refused the request. Check that the API Key is that of this account and that API access is switched on under Account → API.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'status',
					value: undefined,
					message:
						'This address answers, but not as the Worksection API does. Check the Account URL, such as https://youraccount.worksection.com.',
				},
			},
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}
