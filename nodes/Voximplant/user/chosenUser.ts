import type { INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import { fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { digitsIn } from '../../shared/parameters/values';
import { exactNumber, idOf } from '../../shared/text/json';
import { findUser, INVALID_USER_ID, userIn } from './findUser';

export const userField = (show: Show): INodeProperties => ({
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	required: true,
	displayOptions: { show },
	default: { mode: 'list', value: '' },
	typeOptions: { loadOptionsDependsOn: ['application.value'] },
	description:
		'The Voximplant user. Choose from the list of an application, or enter a user name or an ID.',
	modes: [
		fromList('searchUsers'),
		{
			displayName: 'By Name',
			name: 'userName',
			type: 'string',
			hint: 'The user name, not the display name',
			placeholder: 'e.g. nathan',
		},
		idMode('e.g. 1234567'),
	],
});

/** The one user that a write is for. */
export interface ChosenUser {
	/** Digits only, so that it can never mean `all` or a list. */
	id: string;
	/** The ID with the type that it has in raw output. */
	rawId: number | string;
	who: string;
}

/** A user name is resolved to one ID first; an ID needs no look-up. */
export async function chosenUser(item: Item): Promise<ChosenUser> {
	const locator = userIn(item);
	if (locator.mode === 'id') {
		const { value } = locator;
		return { id: value, rawId: exactNumber(value), who: `the user with the ID '${value}'` };
	}
	const user = await findUser(item, locator);
	const id = digitsIn(idOf(user.user_id), 'User');
	return { id, rawId: exactNumber(id), who: `the user '${locator.value}'` };
}

/** Where no user has the ID, the error names the user. */
export async function writeForUser<T>({ who }: ChosenUser, write: () => Promise<T>): Promise<T> {
	return await onProviderError(write, (error) => {
		if (error.details.code !== INVALID_USER_ID) throw error;
		throw error.with({ text: `there is no such user: ${who} (${error.details.text})` });
	});
}
