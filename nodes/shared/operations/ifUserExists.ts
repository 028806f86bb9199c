import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { onProviderError, withoutPeriod } from '../errors';
import type { ProviderError } from '../errors';
import type { Item } from '../execution/item';
import type { Results } from '../execution/provider';
import { choiceIn } from '../parameters/values';
import { refuseRetryOnFail } from './retryOnFail';

/** *If User Exists* of an operation that creates a user. */

const CHOICES = ['fail', 'returnExisting'] as const;

/**
 * @param key what no two users share: "e-mail address"
 * @param flag what simplified output calls a new user: "created"
 */
export const ifUserExistsOption = (key: string, flag: string): INodeProperties => ({
	displayName: 'If User Exists',
	name: 'ifUserExists',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'Stop with an error' },
		{
			name: 'Return Existing User',
			value: 'returnExisting',
			description: `Return the user who has this ${key}, with '${flag}' set to false`,
		},
	],
	default: 'fail',
	description: `What to do when a user with this ${key} exists: fail or returnExisting`,
});

/**
 * Whether a user who is there already is no error.
 *
 * @throws {InputError} also where n8n's Retry On Fail is on, and such a user is one
 */
export function returnsExisting(item: Item): boolean {
	const { ifUserExists } = { ifUserExists: 'fail', ...item.options };
	if (choiceIn(ifUserExists, 'If User Exists', CHOICES) === 'returnExisting') return true;
	refuseRetryOnFail(item, `Turn it off, or ${CURE}`);
	return false;
}

const CURE = "set 'If User Exists' under Options to 'Return Existing User'.";

interface Creation {
	/** Creates the user. */
	create: () => Promise<Results>;
	returnExisting: boolean;
	/** The user who is there; undefined where there is none. */
	lookUp: () => Promise<IDataObject | undefined>;
	/** That user in the chosen output. */
	show: (user: IDataObject) => IDataObject;
	/** What no two users share: "e-mail address". */
	key: string;
	/** The provider's code for one that is taken, where it has one. */
	takenCode?: string;
}

/**
 * Creates a user. There is no second write: where the refusal says that the user is there, this one is
 * looked up, after all items had their turn, so that one walk serves all of them.
 *
 * @throws {ProviderError} that names the option, where the user is there and this is to be an error
 */
export async function createOrReturnExisting(creation: Creation): Promise<Results> {
	const { create, returnExisting, lookUp, show, key } = creation;
	return await onProviderError(create, (error) => {
		if (!returnExisting) throw saysTaken(error, creation, TAKEN) ? naming(error, key) : error;
		// Who isn't found there was refused for another reason: here a hint is enough.
		if (!isConflict(error) && !saysTaken(error, creation, TAKEN_OR_EMAIL)) throw error;
		return {
			afterAll: async () => {
				const user = await onProviderError(lookUp, (failed) => {
					throw lookUpFailed(error, failed);
				});
				if (user) return [show(user)];
				throw error;
			},
		};
	});
}

const lookUpFailed = (error: ProviderError, { details }: ProviderError): ProviderError =>
	error.with({
		next: `Nothing was created. The look-up of the existing user failed (${withoutPeriod(details.text)}): run this again.`,
	});

const naming = (error: ProviderError, key: string): ProviderError =>
	error.with({
		next: `Choose another ${key}, or ${CURE}`,
	});

/** HTTP's own word for it, whatever the body says. */
const isConflict = ({ kind, details }: ProviderError): boolean =>
	kind === 'refused' && details.status === 409;

const TAKEN = /\balready\b|\btaken\b|\bexists\b|\bduplicate|\bin use\b|\bunique\b/i;
const TAKEN_OR_EMAIL = new RegExp(`${TAKEN.source}|e-?mail`, 'i');

/** What frameworks and gateways answer where a value can't be accepted; 200 is an error in-band. */
const STATUSES: ReadonlySet<number | undefined> = new Set([200, 400, 409, 422]);

function saysTaken({ details }: ProviderError, { takenCode }: Creation, words: RegExp): boolean {
	const { kind, status, code, text } = details;
	if (kind !== 'refused' || !STATUSES.has(status)) return false;
	return takenCode !== undefined && code !== undefined ? code === takenCode : words.test(text);
}
