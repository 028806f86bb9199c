import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { onProviderError } from '../../shared/errors';
import type { ProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Results } from '../../shared/execution/provider';
import { findOne, userDirectory } from '../../shared/operations/lookUp';
import { readBack, writeOnce } from '../../shared/operations/unknownOutcome';
import { refuseRetryOnFail } from '../../shared/operations/retryOnFail';
import { needsWholeUser, outputOf } from '../../shared/output/shape';
import type { Shape } from '../../shared/output/shape';
import { emailMode, fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { assertMode, locatorIn, refuseEmailAsId } from '../../shared/parameters/locator';
import type { Locator } from '../../shared/parameters/locator';
import { digitsIn, emailIn } from '../../shared/parameters/values';
import { exactNumber } from '../../shared/text/json';
import { autocallsUsers } from './user';

export const userField = (show: Show): INodeProperties => ({
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	required: true,
	displayOptions: { show },
	default: { mode: 'list', value: '' },
	description: 'The platform user. Choose from the list, or enter an e-mail address or an ID.',
	modes: [fromList('searchUsers'), emailMode, idMode('e.g. 123')],
});

/** The user that a write is for: the API takes an ID or an e-mail address, so nothing is looked up. */
export interface ChosenUser {
	locator: Locator;
	/** `user_id` or `email`. */
	json: IDataObject;
	who: string;
}

/** @throws {InputError} also where n8n's Retry On Fail is on */
export function chosenUser(item: Item): ChosenUser {
	refuseRetryOnFail(item);
	const locator = locatorIn(item.parameter('user'), 'User');
	assertMode(locator, 'User', Object.keys(autocallsUsers.keys));
	const { mode, value } = locator;
	if (mode === 'email') {
		const email = emailIn(value, 'User');
		return { locator, json: { email }, who: `the user with the e-mail '${email}'` };
	}
	refuseEmailAsId(locator, 'User', 'By Email');
	const id = digitsIn(value, 'User');
	return { locator, json: { user_id: exactNumber(id) }, who: `the user with the ID '${id}'` };
}

/** A write about a user: never repeated, and where there is no such user, the error names the user. */
export async function writeForUser<T>(
	{ who }: ChosenUser,
	write: () => Promise<T>,
	check: string,
): Promise<T> {
	return await onProviderError(
		async () => await writeOnce(write, check),
		(error) => {
			if (!isNoUser(error)) throw error;
			throw error.with({ text: `there is no such user: ${who} (${error.details.text})` });
		},
	);
}

/** A wrong base URL answers 404, too: without JSON, or with Laravel's words about a route. */
function isNoUser({ details: { status, notJson, text } }: ProviderError): boolean {
	return status === 404 && !notJson && !/\broute\b/.test(text);
}

interface WriteResult {
	raw: IDataObject;
	simplified: IDataObject;
	shape: Shape;
	/** What was done, in the past: "the transfer for the user … was carried out". */
	who: string;
	done: string;
}

/** What a write about a user gives: its answer, or the whole user read back after all writes. */
export function answerOrUser(
	item: Item,
	{ locator }: ChosenUser,
	{ raw, simplified, shape, who, done }: WriteResult,
): Results {
	if (!needsWholeUser(item)) return [outputOf(item) === 'raw' ? raw : simplified];
	const find = async () => await findOne(item, locator, userDirectory(item, autocallsUsers));
	return { afterAll: async () => [shape(await readBack(find, { who, done }))] };
}
