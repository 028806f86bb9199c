import type { Published } from '../../credentials/published';

export const published: Published = {
	fields: {
		keyForm: 'json',
		serviceAccount: '',
		accountId: '',
		keyId: '',
		childAccountId: '',
		baseUrl: 'https://api.voximplant.com/platform_api',
	},
	secret: 'serviceAccount',
	documentation: 'voximplant.com',
	alias: 'Phone',
	telephony: true,
};
