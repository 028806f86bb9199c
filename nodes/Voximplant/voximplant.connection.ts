import type { Connection } from '../shared/http/connection';
import { pastedKey, readAccount, voximplantBaseUrl } from './voximplant.account';
import { readVoximplantError } from './voximplant.errors';

/** Lines of a key this long give it away; shorter ones are its frame. */
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
	readError: readVoximplantError,
};
