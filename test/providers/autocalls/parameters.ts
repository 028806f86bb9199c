import type { AutocallsSandbox } from '../../../sandbox';
import { by, type OperationParameters } from '../../operations/parameters';

const user = ({ people }: AutocallsSandbox) => ({ user: by('list', people[0]?.id) });

export const parameters: OperationParameters<AutocallsSandbox> = {
	operations: {
		'user.createToken': user,
		'user.get': user,
		'user.register': () => ({
			name: 'Nathan Smith',
			email: 'nathan.new@example.com',
			password: 'Correct-horse-77',
		}),
		'user.transferBalance': (sandbox) => ({
			...user(sandbox),
			balanceType: 'minutes',
			direction: 'add',
			amount: 1.5,
		}),
	},
	values: {
		amount: () => 2,
		password: () => 'Another-horse-77',
		timezone: () => 'Europe/Kyiv',
	},
};
