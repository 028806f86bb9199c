import type { Provider } from '../../nodes/shared/execution/provider';
import { rosterConnection } from './roster.connection';
import { rosterUsers } from './user/user';
import { userOperations } from './user/user.resource';

export const roster: Provider = {
	name: 'roster',
	connection: rosterConnection,
	users: rosterUsers,
	resources: { user: userOperations },
};
