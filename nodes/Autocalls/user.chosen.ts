import type { IDataObject } from 'n8n-workflow';
import { readBack, writeOnce } from '../shared/doubt';
import type { Words } from '../shared/doubt';
import { onFault } from '../shared/fault';
import { findUser } from '../shared/find';
import type { Item } from '../shared/item';
import { needsWholeUser, outputOf, shapeOf } from '../shared/output';
import { digitsIn, emailIn, locatorIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Delivery } from '../shared/provider';
import { autocallsDirectory, autocallsUser } from './autocalls.user';

/** The user that a write is for: the API takes an id or an e-mail address, so nothing is looked up. */
export interface Chosen {
	locator: Locator;
	/** `user_id` or `email`. */
	json: IDataObject;
	who: string;
}

/** An id as the API wants it: a number, unless a number would not hold it. */
function idNumber(digits: string): number | string {
	return Number.isSafeInteger(Number(digits)) ? Number(digits) : digits;
}

export function chosenUser(item: Item): Chosen {
	const locator = locatorIn(item.parameter('user'), 'User');
	const { mode, value } = locator;
	if (mode === 'email') {
		const email = emailIn(value, 'User');
		return { locator, json: { email }, who: `the user with the e-mail '${email}'` };
	}
	const id = digitsIn(value, 'User');
	return { locator, json: { user_id: idNumber(id) }, who: `the user with the ID '${id}'` };
}

/** A write about a user: never repeated, and where there is no such user, it says who was meant. */
export async function writeFor<T>(
	{ who }: Chosen,
	write: () => Promise<T>,
	check: string,
): Promise<T> {
	return await onFault(
		async () => await writeOnce(write, check),
		(fault) => {
			if (fault.details.status !== 404) throw fault;
			throw fault.with({ text: `there is no such user: ${who} (${fault.details.text})` });
		},
	);
}

/** What a write about a user gives: its answer, or the whole user read back after all writes. */
export function answerOrUser(
	item: Item,
	answers: { raw: IDataObject; simplified: IDataObject },
	{ locator, words }: { locator: Locator; words: Words },
): Delivery {
	const output = outputOf(item);
	if (!needsWholeUser(item)) return [output === 'raw' ? answers.raw : answers.simplified];
	const find = async () => await findUser(item, locator, autocallsDirectory);
	return {
		afterAll: async () => [shapeOf(item, autocallsUser)(await readBack(find, words))],
	};
}
