import type { Connection } from '../shared/http/connection';
import { pastedKey, readAccount, voximplantBaseUrl } from './voximplant.account';
import { readVoximplantError } from './voximplant.errors';

/** Shorter lines of a pasted key hold nothing secret. */
const SHORTEST_KEY_LINE = 20;

export const voximplantConnection: Connection = {
	title: 'Voximplant',
	credential: 'voximplantApi',
	baseUrl: voximplantBaseUrl,
	secrets(credentials) {
		readAccount(credentials);
		const key = pastedKey(credentials);
		const lines = key.split(/\s+|\\+[nr]/).filter((line) => line.length >= SHORTEST_KEY_LINE);
		return [key, ...lines];
	},
	account(credentials) {
		const { accountId, issuer } = readAccount(credentials);
		return `${accountId}/${issuer}`;
	},
	readError: readVoximplantError,
};
