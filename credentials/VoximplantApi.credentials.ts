import type {
	IAuthenticateRuleResponseSuccessBody,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateVoximplant } from '../nodes/Voximplant/voximplant.auth';
import { redirectRules } from '../nodes/shared/auth/redirectRules';

/** Voximplant refuses inside HTTP 200. A rule compares one value, so each code needs its own. */
const refusal = (code: number, reason: string): IAuthenticateRuleResponseSuccessBody => ({
	type: 'responseSuccessBody',
	properties: { key: 'error.code', value: code, message: `Voximplant answered ${code}: ${reason}` },
});

/** Masked although n8n's lint reads no secret in the field's name: it holds a private key. */
const secretText = { password: true, rows: 5 };

export class VoximplantApi implements ICredentialType {
	name = 'voximplantApi';

	displayName = 'Voximplant API';

	icon: Icon = { light: 'file:../icons/voximplant.svg', dark: 'file:../icons/voximplant.dark.svg' };

	documentationUrl = 'https://voximplant.com/docs/guides/managementapi/jwt';

	properties: INodeProperties[] = [
		{
			displayName: 'Key Form',
			name: 'keyForm',
			type: 'options',
			options: [
				{
					name: 'JSON File',
					value: 'json',
					description: 'The whole credentials.json that Voximplant saves for you',
				},
				{
					name: 'Private Key',
					value: 'privateKey',
					description: 'Only the private key, with its Account ID and Key ID',
				},
			],
			default: 'json',
			description: 'What you paste below. It decides only which fields n8n shows.',
		},
		{
			displayName: 'Service Account',
			name: 'serviceAccount',
			type: 'string',
			typeOptions: secretText,
			required: true,
			default: '',
			placeholder: 'e.g. { "account_id": …, "key_id": …, "private_key": … }',
			hint: 'In Voximplant: Settings → Service accounts → Add → Add role → Generate key saves a JSON file. Paste all of it, or the private key alone.',
			description: 'The role User manager is enough for users',
		},
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'string',
			displayOptions: { show: { keyForm: ['privateKey'] } },
			default: '',
			placeholder: 'e.g. 1234567',
			description: 'The number of the account. In the JSON file: account_id.',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'string',
			displayOptions: { show: { keyForm: ['privateKey'] } },
			default: '',
			placeholder: 'e.g. ab81c90f-543a-4d55-a8f9-17a61d5c4abd',
			description: 'The ID of the key. In the JSON file: key_id.',
		},
		// n8n drops what isn't shown. Credentials that were saved before there was a choice keep their IDs.
		{
			displayName: 'Account ID',
			name: 'accountId',
			type: 'hidden',
			displayOptions: { show: { keyForm: ['json'] } },
			default: '',
			description: 'Kept as it was entered',
		},
		{
			displayName: 'Key ID',
			name: 'keyId',
			type: 'hidden',
			displayOptions: { show: { keyForm: ['json'] } },
			default: '',
			description: 'Kept as it was entered',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.voximplant.com/platform_api',
			placeholder: 'e.g. https://api.voximplant.com/platform_api',
			description: 'Leave as it is, unless Voximplant gave your account its own host',
		},
		{
			displayName: 'Child Account ID',
			name: 'childAccountId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7654321',
			description: 'ID of the child account to work in. Leave empty to work in your own account.',
		},
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await authenticateVoximplant(credentials, requestOptions);
	}

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.baseUrl}}',
			url: '/GetAccountInfo',
			disableFollowRedirect: true,
		},
		rules: [
			...redirectRules('Base URL', 'https://api.voximplant.com/platform_api'),
			refusal(
				100,
				'Authorization failed. Check that the service account still exists and that the private key, Account ID and Key ID belong together.',
			),
			refusal(
				104,
				'Forbidden command. The service account lacks a role: add one under Settings → Service accounts.',
			),
			refusal(115, "The 'account_id' parameter is invalid. Check the Account ID."),
			refusal(131, 'The account is not activated. Activate it in the Voximplant control panel.'),
			refusal(194, "The 'child_account_id' parameter is invalid. Check the Child Account ID."),
			refusal(281, 'Account verification required. Complete it in the control panel.'),
			refusal(282, 'Account verification in progress. Try again when it is done.'),
			refusal(314, 'Concurrent resource limit exceeded. Wait a moment and try again.'),
			refusal(340, 'Rate limit exceed. Wait a moment and try again.'),
			refusal(
				433,
				'Invalid key id. Check the Key ID, and that the key was not deleted in the control panel.',
			),
			refusal(447, 'Invalid token format. Paste the whole JSON file of the service account again.'),
			refusal(454, 'The token TTL exceeds the maximum limit.'),
			refusal(455, 'Token issued in the future. The clock of the machine that runs n8n is ahead.'),
			refusal(456, 'The token has expired. The clock of the machine that runs n8n is behind.'),
			{
				// Any other answer without an account.
				type: 'responseSuccessBody',
				properties: {
					key: 'result',
					value: undefined,
					message:
						'Voximplant did not return the account. Check the Base URL, such as https://api.voximplant.com/platform_api, and the service account.',
				},
			},
		] as NonNullable<ICredentialTestRequest['rules']>,
	};
}
