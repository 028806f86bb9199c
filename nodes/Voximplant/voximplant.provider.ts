import type { Provider } from '../shared/provider';
import { text } from '../shared/read';
import { createUser } from './user.create';
import { deleteUser } from './user.delete';
import { getUser } from './user.get';
import { getAllUsers } from './user.getAll';
import { updateUser } from './user.update';
import { readAccount, voximplantBaseUrl } from './voximplant.account';
import { readVoximplantFailure } from './voximplant.failures';

/** Lines of a key this long give it away; shorter ones are its frame. */
const SHORTEST_KEY_LINE = 20;

export const voximplant: Provider = {
	title: 'Voximplant',
	credential: 'voximplantApi',
	baseUrl: voximplantBaseUrl,
	secrets(credentials) {
		readAccount(credentials);
		const pasted = text(credentials.serviceAccount) ?? '';
		const lines = pasted.split(/\s+|\\n|"/).filter((line) => line.length >= SHORTEST_KEY_LINE);
		return [pasted, ...lines];
	},
	readFailure: readVoximplantFailure,
	resources: {
		user: {
			getAll: getAllUsers,
			get: getUser,
			create: createUser,
			update: updateUser,
			delete: deleteUser,
		},
	},
};
