import type { IDataObject } from 'n8n-workflow';
import { readBack, writeOnce } from '../shared/doubt';
import type { Words } from '../shared/doubt';
import { InputFault, onFault } from '../shared/fault';
import type { ProviderFault } from '../shared/fault';
import { assertMode, findOne } from '../shared/find';
import type { Item } from '../shared/item';
import { needsWholeUser, outputOf } from '../shared/output';
import type { Shape } from '../shared/output';
import { digitsIn, emailIn, locatorIn } from '../shared/parameters';
import type { Locator } from '../shared/parameters';
import type { Delivery } from '../shared/provider';
import { exactNumber } from '../shared/read';
import { autocallsDirectory, autocallsKeys } from './autocalls.user';

/** The user that a write is for: the API takes an id or an e-mail address, so nothing is looked up. */
export interface Chosen {
	locator: Locator;
	/** `user_id` or `email`. */
	json: IDataObject;
	who: string;
}

/**
 * n8n's own setting would run every item again after any failure, those included that were carried
 * out: an amount would be moved twice, and tokens made that nobody knows.
 */
function refuseRetryOnFail(item: Item): void {
	if (!item.runsAgain) return;
	throw new InputFault(
		"'Retry On Fail' is on in the node's settings, and would repeat what was already carried out.",
		'Turn it off for this operation; requests are repeated by the node itself where that is safe.',
	);
}

export function chosenUser(item: Item): Chosen {
	refuseRetryOnFail(item);
	const locator = locatorIn(item.parameter('user'), 'User');
	assertMode(locator, 'User', Object.keys(autocallsKeys));
	const { mode, value } = locator;
	if (mode === 'email') {
		const email = emailIn(value, 'User');
		return { locator, json: { email }, who: `the user with the e-mail '${email}'` };
	}
	const id = digitsIn(value, 'User');
	return { locator, json: { user_id: exactNumber(id) }, who: `the user with the ID '${id}'` };
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
	const find = async () => await findOne(item, locator, autocallsDirectory);
	return { afterAll: async () => [shape(await readBack(find, words))] };
}
