import type { Directory } from '../../nodes/shared/directory/directory';
import { madeAccount } from '../../nodes/shared/directory/madeAccount';
import { passwordIn } from '../../nodes/shared/parameters/values';
import { roster } from './roster.provider';
import { execute } from './user/create.operation';

const PASSWORD = 'Roster Password';

export const rosterDirectory: Directory = {
	provider: roster,
	onboard: {
		fields: (show) => [
			{
				displayName: PASSWORD,
				name: 'rosterPassword',
				type: 'string',
				typeOptions: { password: true },
				required: true,
				displayOptions: { show },
				default: '',
			},
		],
		prepare(item, { email, firstName }) {
			const password = passwordIn(item.parameter('rosterPassword'), PASSWORD, { shortest: 4 });
			const create = item.with({ email, nick: firstName, password, output: 'raw' });
			return {
				done: 'created',
				create: async () => await madeAccount(execute, create, 'created'),
			};
		},
	},
	offboard: {
		note: 'Strike the name from the list at the reception.',
		url: ({ baseUrl }) => String(baseUrl),
	},
};
