import { writeOnce } from '../shared/doubt';
import type { Operation } from '../shared/provider';
import { chosenUser, done, forUser } from './user.target';
import { writing } from './voximplant.user';

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/del-user */
export const deleteUser: Operation = async (item) => {
	const user = await chosenUser(item);
	await forUser(user, async () => {
		await writeOnce(
			async () => await item.write(writing('DelUser', { user_id: user.id }), done),
			`Try to get ${user.who}: an error that there is no such user means that the deletion was carried out.`,
		);
	});
	return [{ user_id: user.shown, deleted: true }];
};
