import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import { fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { digitsIn } from '../../shared/parameters/values';
import { exactNumber, idOf, record, text } from '../../shared/text/json';
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
	/** The user name, where it is known without a request. */
	name?: string | undefined;
}

/** A user name is resolved to one ID first; an ID needs no look-up. */
export async function chosenUser(item: Item): Promise<ChosenUser> {
	const locator = userIn(item);
	if (locator.mode === 'id') {
		const { value } = locator;
		const who = `the user with the ID '${value}'`;
		return { id: value, rawId: exactNumber(value), who, name: pickedName(item) };
	}
	const user = await findUser(item, locator);
	const id = digitsIn(idOf(user.user_id), 'User');
	return { id, rawId: exactNumber(id), who: `the user '${locator.value}'`, name: locator.value };
}

/** What the list called the user: "Nathan Smith (nathan)". An expression may mean somebody else. */
function pickedName(item: Item): string | undefined {
	if (!item.isFixed('user')) return undefined;
	const { mode, cachedResultName } = record(item.parameter('user')) ?? {};
	if (mode !== 'list') return undefined;
	return /\(([^()\s]+)\)$/.exec(text(cachedResultName) ?? '')?.[1];
}

/** Who it was, for simplified output. */
export const shownUser = ({ rawId, name }: ChosenUser): IDataObject => ({
	user_id: rawId,
	...(name === undefined ? {} : { user_name: name }),
});

/** Where no user has the ID, the error names the user. */
export async function writeForUser<T>({ who }: ChosenUser, write: () => Promise<T>): Promise<T> {
	return await onProviderError(write, (error) => {
		if (error.details.code !== INVALID_USER_ID) throw error;
		throw error.with({ text: `there is no such user: ${who} (${error.details.text})` });
	});
}
