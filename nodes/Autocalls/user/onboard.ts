import type { Onboarding } from '../../shared/directory/directory';
import { madeAccount } from '../../shared/directory/madeAccount';
import { passwordIn } from '../../shared/parameters/values';
import { execute, PASSWORD_RULES } from './register.operation';

const PASSWORD = 'Autocalls Password';

/** A new account by *Register*, without its API token. */
export const onboardAutocalls: Onboarding = {
	fields: (show) => [
		{
			displayName: PASSWORD,
			name: 'autocallsPassword',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			displayOptions: { show },
			default: '',
			description: 'Password of the new Autocalls user, at least 8 characters',
		},
	],
	prepare(item, { email, firstName, lastName }) {
		const password = passwordIn(item.parameter('autocallsPassword'), PASSWORD, PASSWORD_RULES);
		const name = `${firstName} ${lastName}`;
		const register = item.with({
			...{ email, name, password, additionalFields: {}, output: 'simplified' },
			options: { ...item.options, includeToken: false, ifUserExists: 'returnExisting' },
		});
		return {
			done: 'created',
			create: async () => await madeAccount(execute, register, 'created'),
		};
	},
};
