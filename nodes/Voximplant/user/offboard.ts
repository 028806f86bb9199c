import type { Offboarding } from '../../shared/directory/directory';
import { choiceIn, digitsIn } from '../../shared/parameters/values';
import { idOf } from '../../shared/text/json';
import { deleteUser } from './delete.operation';
import { execute as update } from './update.operation';

const ACTION = 'Voximplant Action';

export const offboardVoximplant: Offboarding = {
	fields: (show) => [
		{
			displayName: ACTION,
			name: 'voximplantAction',
			type: 'options',
			displayOptions: { show },
			options: [
				{
					name: 'Deactivate',
					value: 'deactivate',
					description: 'The user can no longer log in, and can be activated again',
				},
				{ name: 'Delete', value: 'delete', description: 'The user is gone for good' },
			],
			default: 'deactivate',
			description: 'What to do with the Voximplant user: deactivate or delete',
		},
	],
	async prepare(item) {
		const action = choiceIn(item.parameter('voximplantAction') ?? 'deactivate', ACTION, [
			'deactivate',
			'delete',
		]);
		return {
			plan(user) {
				const id = digitsIn(idOf(user.user_id), 'User');
				if (action === 'delete') {
					return { done: 'deleted', carryOut: async () => await deleteUser(item, id) };
				}
				if (user.user_active === false) return undefined;
				const deactivate = item.with({
					user: { mode: 'id', value: id },
					updateFields: { userActive: false },
					output: 'simplified',
				});
				return { done: 'deactivated', carryOut: async () => void (await update(deactivate)) };
			},
		};
	},
};
