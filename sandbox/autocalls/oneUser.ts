import { refuse } from './errors';
import type { Platform } from './platform';
import type { AutocallsUser } from './userRecords';
import * as check from './validation';

/** The rules of a body that names one user by `user_id` or `email`. */
export const ONE_USER = {
	user_id: [check.insteadOf('email'), check.integer],
	email: [check.text, check.email],
};

export function findUser(platform: Platform, { user_id: id, email }: check.Body): AutocallsUser {
	const user = id === undefined ? platform.byEmail(email) : platform.byId(id);
	// the page lists a 404; its body is UNCONFIRMED
	return user ?? refuse(404, { message: 'User not found.' });
}
