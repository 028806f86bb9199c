import { readKey } from '../shared/credentialFault';
import type { Provider } from '../shared/provider';
import { autocallsBaseUrl } from './autocalls.auth';
import { readAutocallsFailure } from './autocalls.failures';
import { createToken } from './user.createToken';
import { getUser } from './user.get';
import { getAllUsers } from './user.getAll';
import { registerUser } from './user.register';
import { transferBalance } from './user.transferBalance';

export const autocalls: Provider = {
	title: 'Autocalls',
	credential: 'autocallsApi',
	baseUrl: autocallsBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readFailure: readAutocallsFailure,
	resources: {
		user: {
			getAll: getAllUsers,
			get: getUser,
			register: registerUser,
			transferBalance,
			createToken,
		},
	},
};
