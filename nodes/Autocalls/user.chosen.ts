import type { IDataObject } from 'n8n-workflow';
import { readBack, writeOnce } from '../shared/doubt';
import type { Words } from '../shared/doubt';
import { onFault } from '../shared/fault';
import type { ProviderFault } from '../shared/fault';
import { findUser } from '../shared/find';
import type { Item } from '../shared/item';
import { needsWholeUser, outputOf } from '../shared/output';
import type { Shape } from '../shared/output';
import { digitsIn, emailIn, locatorIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Delivery } from '../shared/provider';
import { autocallsDirectory } from './autocalls.user';

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
			if (!isNoUser(fault)) throw fault;
			throw fault.with({ text: `there is no such user: ${who} (${fault.details.text})` });
		},
	);
}

/** A wrong base URL answers 404, too: with a web page, or with Laravel's words about a route. */
function isNoUser({ details: { status, text } }: ProviderFault): boolean {
	return status === 404 && !/\broute\b|not JSON/.test(text);
}

/** What a write about a user gives: its answer, or the whole user read back after all writes. */
export function answerOrUser(
	item: Item,
	answers: { raw: IDataObject; simplified: IDataObject },
	{ shape, locator, words }: { shape: Shape; locator: Locator; words: Words },
): Delivery {
	if (!needsWholeUser(item)) return [outputOf(item) === 'raw' ? answers.raw : answers.simplified];
	const find = async () => await findUser(item, locator, autocallsDirectory);
	return { afterAll: async () => [shape(await readBack(find, words))] };
}
