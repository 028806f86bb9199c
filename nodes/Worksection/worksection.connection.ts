import { readKey } from '../shared/auth/pastedKey';
import type { Connection, ConnectionChoice } from '../shared/http/connection';
import { worksectionBaseUrl } from './worksection.auth';
import { API_KEY_ADVICE, oAuth2Advice, readWorksectionError } from './worksection.errors';
import { oAuth2AccountUrl, oAuth2Secrets } from './worksection.oAuth2.auth';

/** Requests per second: https://worksection.com/en/faq/api-start.html */
export const WORKSECTION_RATE = 1;

const either = { title: 'Worksection', rate: { requests: WORKSECTION_RATE, seconds: 1 } };

const apiKey: Connection = {
	...either,
	credential: 'worksectionApi',
	// Query hash=…, or the header "Admin <time>_<hash>".
	signature: { query: ['hash'], schemes: ['Admin'], inHeader: /[0-9a-f]{32,}$/i },
	baseUrl: (credentials) => `${worksectionBaseUrl(credentials)}/api/admin/v2/`,
	secrets: ({ apiKey: key }) => [readKey(key, 'API Key')],
	account: worksectionBaseUrl,
	readError: (answer) => readWorksectionError(answer, API_KEY_ADVICE),
};

/** https://worksection.com/en/faq/oauth.html: the same actions, at another address. */
const oAuth2: Connection = {
	...either,
	credential: 'worksectionOAuth2Api',
	oAuth2: true,
	baseUrl: (credentials) => `${oAuth2AccountUrl(credentials)}/api/oauth2`,
	secrets: oAuth2Secrets,
	account: oAuth2AccountUrl,
	readError: (answer, call) => readWorksectionError(answer, oAuth2Advice(call)),
};

export const worksectionConnection: ConnectionChoice = {
	...apiKey,
	authentications: { apiKey, oAuth2 },
};
