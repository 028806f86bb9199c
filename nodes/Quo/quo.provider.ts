import { readKey } from '../shared/credentialFault';
import type { Provider } from '../shared/provider';
import { getPhoneNumber } from './phoneNumber.get';
import { getAllPhoneNumbers } from './phoneNumber.getAll';
import { quoBaseUrl } from './quo.auth';
import { readQuoFailure } from './quo.failures';
import { getUser } from './user.get';
import { getAllUsers } from './user.getAll';

export const quo: Provider = {
	title: 'Quo',
	credential: 'quoApi',
	// Per API key: https://www.quo.com/docs/mdx/api-reference/rate-limits
	rate: { requests: 10, seconds: 1 },
	baseUrl: quoBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readFailure: readQuoFailure,
	resources: {
		phoneNumber: { getAll: getAllPhoneNumbers, get: getPhoneNumber },
		user: { getAll: getAllUsers, get: getUser },
	},
};
