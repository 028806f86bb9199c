import { readKey } from '../shared/credentialFault';
import type { Provider } from '../shared/provider';
import { createContact } from './contact.create';
import { getAllContacts } from './contact.getAll';
import { createTeam } from './team.create';
import { getAllTeams } from './team.getAll';
import { getUser } from './user.get';
import { getAllUsers } from './user.getAll';
import { inviteUser } from './user.invite';
import { worksectionBaseUrl } from './worksection.auth';
import { readWorksectionFailure } from './worksection.failures';

export const worksection: Provider = {
	title: 'Worksection',
	credential: 'worksectionApi',
	// https://worksection.com/en/faq/api-start.html
	rate: { requests: 1, seconds: 1 },
	baseUrl: worksectionBaseUrl,
	secrets: ({ apiKey }) => [readKey(apiKey, 'API Key')],
	readFailure: readWorksectionFailure,
	resources: {
		contact: { getAll: getAllContacts, create: createContact },
		team: { getAll: getAllTeams, create: createTeam },
		user: { getAll: getAllUsers, get: getUser, invite: inviteUser },
	},
};
