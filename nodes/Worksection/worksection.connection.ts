import { readKey } from '../shared/auth/pastedKey';
import type { Connection } from '../shared/http/connection';
import { worksectionBaseUrl } from './worksection.auth';
import { readWorksectionError } from './worksection.errors';

/** Requests per second: https://worksection.com/en/faq/api-start.html */
export const WORKSECTION_RATE = 1;

export const worksectionConnection: Connection = {
	title: 'Worksection',
	credential: 'worksectionApi',
	rate: { requests: WORKSECTION_RATE, seconds: 1 },
	// Query hash=…, or the header "Admin <time>_<hash>".
	signature: { query: ['hash'], schemes: ['Admin'], inHeader: /[0-9a-f]{32,}$/i },
	baseUrl: worksectionBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	account: worksectionBaseUrl,
	readError: readWorksectionError,
};
