import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { writeOnce } from '../../shared/operations/unknownOutcome';
import { refuseRetryOnFail } from '../../shared/operations/retryOnFail';
import { showFor } from '../../shared/parameters/fields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { applicationFieldsUnlessId } from '../application/applicationField';
import { succeeded, writeMethod } from '../voximplant.methods';
import { chosenUser, shownUser, userField, writeForUser } from './chosenUser';

const show = showFor('user', 'delete');

export const fields: INodeProperties[] = [
	...applicationFieldsUnlessId(show),
	userField(show),
	optionsField(show, itemOptions()),
];

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/del-user */
export const execute: Execute = async (item) => {
	refuseRetryOnFail(item);
	const user = await chosenUser(item);
	await writeForUser(user, async () => {
		await writeOnce(
			async () => await item.write(writeMethod('DelUser', { user_id: user.id }), succeeded),
			`Get ${user.who}: if there is no such user, the user was deleted.`,
		);
	});
	return [{ ...shownUser(user), deleted: true }];
};
