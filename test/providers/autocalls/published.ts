import type { Published } from '../../credentials/published';

export const published: Published = {
	fields: { apiKey: '', baseUrl: 'https://app.autocalls.ai/api' },
	secret: 'apiKey',
	documentation: 'autocalls.ai',
	alias: 'Autocalls.ai',
	telephony: true,
};
