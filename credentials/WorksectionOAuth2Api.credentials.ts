import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { preAuthenticateWorksection } from '../nodes/Worksection/worksection.renewal.auth';

export class WorksectionOAuth2Api implements ICredentialType {
	name = 'worksectionOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Worksection OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/worksection.svg',
		dark: 'file:../icons/worksection.dark.svg',
	};

	documentationUrl = 'https://worksection.com/en/faq/oauth.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://worksection.com/oauth2/authorize',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: 'https://worksection.com/oauth2/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			required: true,
			default: 'users_read',
			placeholder: 'e.g. users_read,users_write',
			hint: 'Separate scopes with commas, and connect again after each change',
			description:
				'What n8n may do: users_read lists members and teams. users_write invites members and creates teams. contacts_read and contacts_write do the same for contacts, projects_read and projects_write remove members from projects.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
	];

	preAuthentication = preAuthenticateWorksection;
}
