import type { IDataObject } from 'n8n-workflow';
import type { Departure, DepartureStep, Offboarding } from '../../shared/directory/directory';
import { refuseRetryOnFail } from '../../shared/operations/retryOnFail';
import { choiceIn, digitsIn, isBlank, quoted } from '../../shared/parameters/values';
import { idOf, text } from '../../shared/text/json';
import { deleteUser } from './delete.operation';
import { execute as update } from './update.operation';

const ACTION = 'Voximplant Action';
const DEACTIVATE = 'deactivate';
const DELETE = 'delete';

/** There is nothing else to know. */
const quietly =
	(write: () => Promise<unknown>): DepartureStep['carryOut'] =>
	async () => {
		await write();
		return undefined;
	};

/** True of what is planned and of what was done. */
const noteOf = ({ user_id: id, user_name: name }: IDataObject, action: string): string =>
	`Action: ${action}. User: ${quoted(text(name) ?? '')} (ID ${idOf(id)}).`;

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
					value: DEACTIVATE,
					description: 'The user can no longer log in, and can be activated again',
				},
				{ name: 'Delete', value: DELETE, description: 'The user is gone for good' },
			],
			default: DEACTIVATE,
			description: 'What to do with the Voximplant user: deactivate or delete',
		},
	],
	prepare(item, dryRun) {
		const entered = item.parameter('voximplantAction');
		const action = isBlank(entered) ? DEACTIVATE : choiceIn(entered, ACTION, [DEACTIVATE, DELETE]);
		if (action === DELETE && !dryRun) refuseRetryOnFail(item);
		const departure: Departure = {
			plan(user) {
				const id = digitsIn(idOf(user.user_id), 'User');
				const note = noteOf(user, action);
				if (action === DELETE) {
					const carryOut = quietly(async () => await deleteUser(item, id));
					return { done: 'deleted', note, carryOut };
				}
				if (user.user_active === false) return undefined;
				const deactivate = item.with({
					user: { mode: 'id', value: id },
					updateFields: { userActive: false },
					output: 'simplified',
				});
				const carryOut = quietly(async () => await update(deactivate));
				return { done: 'deactivated', note, carryOut };
			},
		};
		return async () => departure;
	},
};
