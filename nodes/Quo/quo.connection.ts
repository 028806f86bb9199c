import { readKey } from '../shared/auth/pastedKey';
import type { Connection } from '../shared/http/connection';
import { quoBaseUrl } from './quo.auth';
import { readQuoError } from './quo.errors';

/** Requests per second and API key: https://www.quo.com/docs/mdx/api-reference/rate-limits */
export const QUO_RATE = 10;

export const quoConnection: Connection = {
	title: 'Quo',
	credential: 'quoApi',
	rate: { requests: QUO_RATE, seconds: 1 },
	baseUrl: quoBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readError: readQuoError,
};
