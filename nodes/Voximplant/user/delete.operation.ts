import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
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

export const execute: Execute = async (item) => {
	refuseRetryOnFail(item);
	const user = await chosenUser(item);
	await writeForUser(user, async () => await deleteUser(item, user.id, user.who));
	return [{ ...shownUser(user), deleted: true }];
};

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/del-user */
export async function deleteUser(
	item: Item,
	id: string,
	who = `the user with the ID '${id}'`,
): Promise<void> {
	await writeOnce(
		async () => await item.write(writeMethod('DelUser', { user_id: id }), succeeded),
		`Get ${who}: if there is no such user, the user was deleted.`,
	);
}
