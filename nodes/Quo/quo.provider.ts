import type { Provider } from '../shared/execution/provider';
import { phoneNumberOperations } from './phoneNumber/phoneNumber.resource';
import { quoConnection } from './quo.connection';
import { quoUsers } from './user/user';
import { userOperations } from './user/user.resource';

export const quo: Provider = {
	name: 'quo',
	connection: quoConnection,
	users: quoUsers,
	resources: { phoneNumber: phoneNumberOperations, user: userOperations },
};
