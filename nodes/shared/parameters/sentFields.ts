import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../errors';
import type { Query } from '../http/connection';
import { chosenIdIn } from './locator';
import { digitsIn, flagIn, isBlank, textIn, withoutBlank } from './values';

/** A field of a collection (a filter, an option, an additional field) that goes to the API. */
export interface SentField {
	/** As the node shows it. */
	field: INodeProperties;
	/** What its value adds to the request. */
	send: (value: unknown, title: string) => Query;
	/** What empties it at the provider, where that can be. */
	clear?: Query;
}

/** The API's parameter with this name is the text; `read` is how it is read. */
export const asText =
	(name: string, read = textIn): SentField['send'] =>
	(value, title) => ({ [name]: read(value, title) });

export const asFlag =
	(name: string): SentField['send'] =>
	(value, title) => ({ [name]: flagIn(value, title) });

/** An ID made of digits, chosen from a list or given. */
export const asChosenId =
	(name: string): SentField['send'] =>
	(value, title) => ({ [name]: digitsIn(chosenIdIn(value, title), title) });

type Collection = Record<string, unknown>;

/** What the fields that were added to a collection add to the request; others are passed over. */
export function readSentFields(collection: Collection, fields: readonly SentField[]): Query {
	const query: Query = {};
	for (const { field, send } of fields) {
		// An expression without a value leaves its field there, undefined.
		if (!(field.name in collection)) continue;
		Object.assign(query, send(collection[field.name], field.displayName));
	}
	return query;
}

/** @throws {InputError} for a name that the collection doesn't offer */
export function refuseUnknown(
	collection: Collection,
	fields: ReadonlyArray<{ field: INodeProperties }>,
	what: string,
): void {
	const names = fields.map(({ field }) => field.name);
	const unknown = Object.keys(collection).find((name) => !names.includes(name));
	if (unknown === undefined) return;
	throw new InputError(
		`'${unknown.slice(0, 40)}' is not a ${what} of this operation.`,
		`Use one of: ${names.join(', ')}.`,
	);
}

/**
 * The additional fields of an operation that creates. An empty cell, as in a form or a sheet, isn't sent.
 *
 * @throws {InputError} for a field that the operation doesn't have
 */
export function readAdditionalFields(collection: Collection, fields: readonly SentField[]): Query {
	refuseUnknown(collection, fields, 'field');
	return readSentFields(withoutBlank(collection), fields);
}

/**
 * The fields of an operation that changes. An empty cell leaves its field as it is or, with `clears`,
 * empties it where that can be.
 *
 * @throws {InputError} for a field that the operation doesn't have
 */
export function readUpdateFields(
	collection: Collection,
	fields: readonly SentField[],
	clears: boolean,
): Query {
	const changes = readAdditionalFields(collection, fields);
	if (!clears) return changes;
	const emptied = fields.filter(
		({ field: { name } }) => name in collection && isBlank(collection[name]),
	);
	return Object.assign(changes, ...emptied.map(({ clear }) => clear ?? {})) as Query;
}
