import { readKey } from '../shared/auth/pastedKey';
import type { Connection } from '../shared/http/connection';
import { autocallsBaseUrl } from './autocalls.auth';
import { readAutocallsError } from './autocalls.errors';

export const autocallsConnection: Connection = {
	title: 'Autocalls',
	credential: 'autocallsApi',
	baseUrl: autocallsBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readError: readAutocallsError,
};
