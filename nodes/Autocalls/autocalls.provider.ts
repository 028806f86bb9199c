import type { Provider } from '../shared/execution/provider';
import { autocallsConnection } from './autocalls.connection';
import { autocallsUsers } from './user/user';
import { userOperations } from './user/user.resource';

export const autocalls: Provider = {
	name: 'autocalls',
	connection: autocallsConnection,
	users: autocallsUsers,
	resources: { user: userOperations },
};
