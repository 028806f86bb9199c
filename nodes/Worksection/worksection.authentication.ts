import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/errors';
import type { Filter } from '../shared/operations/filters';
import type { ParameterSource } from '../shared/parameters/locator';

/**
 * The choice between the two credential types, for each node of Worksection. n8n's editor offers a credential
 * type beside another only where `show` names its choice.
 * https://github.com/n8n-io/n8n/blob/master/packages/frontend/editor-ui/src/app/utils/nodeTypesUtils.ts
 */

export const worksectionCredentials: INodeCredentialDescription[] = [
	{
		name: 'worksectionApi',
		required: true,
		// Parameters from before there was a choice have no value for it.
		displayOptions: { show: { authentication: ['apiKey', undefined] } },
	},
	{
		name: 'worksectionOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
];

export const authenticationField: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'API Key',
			value: 'apiKey',
			description: 'The admin API key, which only the owner of the account sees',
		},
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'A member of the account signs in and gives the permission',
		},
	],
	default: 'apiKey',
	description: 'How to sign in to Worksection',
};

export const isOAuth2 = (source: ParameterSource): boolean =>
	source.parameter('authentication') === 'oAuth2';

/** A filter by a field that only the admin API key gets: with OAuth2, nobody would pass. */
export const forApiKeyOnly = (filter: Filter): Filter =>
	'send' in filter
		? filter
		: {
				...filter,
				test(value, title, item) {
					if (!isOAuth2(item)) return filter.test(value, title, item);
					throw new InputError(
						`The filter '${title}' can't be used with OAuth2: Worksection returns the time only to the admin API key.`,
						'Remove the filter, or choose a credential with the API key.',
					);
				},
			};
