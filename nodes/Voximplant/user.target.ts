import type { IDataObject } from 'n8n-workflow';
import { onFault } from '../shared/fault';
import type { Item } from '../shared/item';
import { digitsIn } from '../shared/parameters';
import type { Answer } from '../shared/provider';
import { exactNumber, idOf, isRecord } from '../shared/read';
import { findUser, INVALID_USER_ID, userIn } from './user.find';

/** The one user that a write is for. */
export interface Target {
	/** Digits only, so that it can never mean `all` or a list. */
	id: string;
	/** The id with the type that it has in raw output. */
	shown: number | string;
	who: string;
}

/** A user name is resolved to one id first; an id needs no look-up. */
export async function chosenUser(item: Item): Promise<Target> {
	const locator = userIn(item);
	if (locator.mode === 'id') {
		const { value } = locator;
		return { id: value, shown: exactNumber(value), who: `the user with the ID '${value}'` };
	}
	const user = await findUser(item, locator);
	const id = digitsIn(idOf(user.user_id), 'User');
	return { id, shown: exactNumber(id), who: `the user '${locator.value}'` };
}

/** `{"result":1}` */
export function done({ body }: Answer): IDataObject | undefined {
	return isRecord(body) && Number(body.result) === 1 ? body : undefined;
}

/** Says who was meant, where the id means nobody. */
export async function forUser<T>({ who }: Target, write: () => Promise<T>): Promise<T> {
	return await onFault(write, (fault) => {
		if (fault.details.code !== INVALID_USER_ID) throw fault;
		throw fault.with({ text: `there is no such user: ${who} (${fault.details.text})` });
	});
}
