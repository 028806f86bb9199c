import type { Published } from '../../credentials/published';

export const published: Published = {
	fields: { accountUrl: '', apiKey: '', signature: 'md5' },
	secret: 'apiKey',
	documentation: 'worksection.com',
	alias: 'Team',
	telephony: false,
};
