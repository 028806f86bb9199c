import type { Provider } from '../shared/execution/provider';
import { contactOperations } from './contact/contact.resource';
import { teamOperations } from './team/team.resource';
import { worksectionUsers } from './user/user';
import { userOperations } from './user/user.resource';
import { worksectionConnection } from './worksection.connection';

export const worksection: Provider = {
	name: 'worksection',
	connection: worksectionConnection,
	users: worksectionUsers,
	resources: { contact: contactOperations, team: teamOperations, user: userOperations },
};
