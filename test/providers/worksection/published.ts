import type { Published } from '../../credentials/published';

export const published: Published = {
	fields: { accountUrl: '', apiKey: '', signature: 'md5' },
	oAuth2Fields: {
		grantType: 'authorizationCode',
		authUrl: 'https://worksection.com/oauth2/authorize',
		accessTokenUrl: 'https://worksection.com/oauth2/token',
		scope: 'users_read',
		authQueryParameters: '',
		authentication: 'body',
	},
	secret: 'apiKey',
	documentation: 'worksection.com',
	alias: 'Team',
	telephony: false,
};
