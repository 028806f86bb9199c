import type { QuoSandbox } from '../../../sandbox';
import { by, type OperationParameters } from '../../operations/parameters';

export const parameters: OperationParameters<QuoSandbox> = {
	operations: {
		'phoneNumber.get': ({ phoneNumbers }) => ({ phoneNumber: by('list', phoneNumbers[0]?.id) }),
		'user.get': ({ people }) => ({ user: by('list', people[0]?.id) }),
	},
	values: {
		pageToken: () => '',
		userId: ({ people }) => people[2]?.id,
	},
};
