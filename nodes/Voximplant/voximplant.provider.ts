import type { Provider } from '../shared/provider';
import { getAllApplications } from './application.getAll';
import { getAllQueues } from './queue.getAll';
import { getAllSkills } from './skill.getAll';
import { bindQueue, bindSkill, unbindQueue, unbindSkill } from './user.bind';
import { createUser } from './user.create';
import { deleteUser } from './user.delete';
import { getUser } from './user.get';
import { getAllUsers } from './user.getAll';
import { updateUser } from './user.update';
import { pastedKey, readAccount, voximplantBaseUrl } from './voximplant.account';
import { readVoximplantFailure } from './voximplant.failures';

/** Lines of a key this long give it away; shorter ones are its frame. */
const SHORTEST_KEY_LINE = 20;

export const voximplant: Provider = {
	title: 'Voximplant',
	credential: 'voximplantApi',
	baseUrl: voximplantBaseUrl,
	secrets(credentials) {
		readAccount(credentials);
		const key = pastedKey(credentials);
		const lines = key.split(/\s+|\\+[nr]/).filter((line) => line.length >= SHORTEST_KEY_LINE);
		return [key, ...lines];
	},
	readFailure: readVoximplantFailure,
	resources: {
		application: { getAll: getAllApplications },
		queue: { getAll: getAllQueues },
		skill: { getAll: getAllSkills },
		user: {
			getAll: getAllUsers,
			get: getUser,
			create: createUser,
			update: updateUser,
			delete: deleteUser,
			bindQueue,
			bindSkill,
			unbindQueue,
			unbindSkill,
		},
	},
};
