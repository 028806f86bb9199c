import { replaceItems } from '../replaceItems';
import { PageTokens } from './pageTokens';
import { type QuoPhoneNumber, quoPhoneNumbers } from './phoneNumberRecords';
import { type QuoUser, quoUsers } from './userRecords';

/** The state of a workspace: its users, its phone numbers and the page tokens it issued. */
export class Workspace {
	readonly people: QuoUser[] = [];
	readonly phoneNumbers: QuoPhoneNumber[] = [];
	readonly pageTokens = new PageTokens();

	reset(users: number): void {
		replaceItems(this.people, quoUsers(users));
		replaceItems(this.phoneNumbers, quoPhoneNumbers(this.people));
		this.pageTokens.reset();
	}

	usersById(): Map<string, QuoUser> {
		return new Map(this.people.map((user) => [user.id, user]));
	}
}
