import { writeOnce } from '../shared/doubt';
import { choiceIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { text } from '../shared/read';
import { updateFields } from './user.details';
import { chosenUser, done, forUser } from './user.target';
import { writing } from './voximplant.user';

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/set-user-info */
export const updateUser: Operation = async (item) => {
	const output = choiceIn(item.parameter('output'), 'Output', ['simplified', 'raw']);
	const changes = updateFields(item.collection('updateFields', 'Update Fields'));
	const user = await chosenUser(item);
	const secrets = [text(changes.user_password) ?? ''];
	const call = writing('SetUserInfo', { user_id: user.id, ...changes }, secrets);
	const answer = await forUser(user, async () => {
		return await writeOnce(
			async () => await item.write(call, done),
			`Get the user with the ID '${user.id}' and compare, before you run this again.`,
		);
	});
	return [output === 'raw' ? answer : { user_id: user.shown, updated: true }];
};
