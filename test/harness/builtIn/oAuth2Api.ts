import type { ICredentialType, INodeProperties } from 'n8n-workflow';

const text = (name: string, defaultValue = ''): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: defaultValue,
});

/** n8n's own credential type, as far as others inherit from it (n8n 2.41). */
export class OAuth2Api implements ICredentialType {
	name = 'oAuth2Api';

	displayName = 'OAuth2 API';

	properties: INodeProperties[] = [
		text('grantType', 'authorizationCode'),
		text('authUrl'),
		text('accessTokenUrl'),
		text('clientId'),
		text('clientSecret'),
		text('scope'),
		text('authQueryParameters'),
		text('authentication', 'header'),
		{ displayName: 'oauthTokenData', name: 'oauthTokenData', type: 'json', default: {} },
	];
}
