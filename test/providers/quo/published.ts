import type { Published } from '../../credentials/published';

export const published: Published = {
	fields: { apiKey: '', baseUrl: 'https://api.openphone.com' },
	secret: 'apiKey',
	documentation: 'quo.com',
	alias: 'OpenPhone',
	telephony: true,
};
