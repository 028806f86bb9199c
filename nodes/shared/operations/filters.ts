import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../errors';
import type { Item } from '../execution/item';
import type { Query } from '../http/connection';
import { readSentFields, refuseUnknown } from '../parameters/sentFields';
import type { SentField } from '../parameters/sentFields';
import { emailIn, given, listIn, numberIn, textIn } from '../parameters/values';
import { fold, foldEmail, foldEmailValue, foldValue } from '../text/fold';
import { number, text } from '../text/json';
import { isPhone, phoneDigits, searched } from '../text/pasted';

export type Test = (record: IDataObject) => boolean;

/** A filter that the node applies while pages stream by. */
export interface TestedField {
	/** As the node shows it. */
	field: INodeProperties;
	test: (value: unknown, title: string, item: Item) => Test;
}

/** A filter: its label, its type and its effect. */
export type Filter = SentField | TestedField;

export interface ReadFilters {
	/** Sent to the API. */
	query: Query;
	/** undefined where the node itself applies none. */
	passes?: Test;
}

/** An added filter without a value is refused: ignored, it would let everybody through. */
function refuseEmpty(value: unknown, { displayName }: INodeProperties): void {
	if (given(value)) return;
	throw new InputError(
		`The filter '${displayName}' is empty.`,
		'Enter a value, or remove the filter. If it is an expression, check that it returns a value for this item.',
	);
}

export function readFilters(item: Item, filters: readonly Filter[]): ReadFilters {
	const collection = item.filters;
	refuseUnknown(collection, filters, 'filter');
	const added = filters.filter(({ field }) => field.name in collection);
	for (const { field } of added) refuseEmpty(collection[field.name], field);
	const query = readSentFields(
		collection,
		added.filter((filter) => 'send' in filter),
	);
	const tests = added
		.filter((filter) => 'test' in filter)
		.map(({ field, test }) => test(collection[field.name], field.displayName, item));
	if (tests.length === 0) return { query };
	return { query, passes: (record) => tests.every((test) => test(record)) };
}

/** One of the values contains the text, without case. */
export const contains =
	(valuesOf: (record: IDataObject) => unknown[]): TestedField['test'] =>
	(value, title) => {
		const wanted = fold(searched(textIn(value, title)));
		return (record) => valuesOf(record).some((entry) => foldValue(entry)?.includes(wanted));
	};

/** The same, and phone numbers are found however they are written. */
export const containsPhone =
	(valuesOf: (record: IDataObject) => unknown[]): TestedField['test'] =>
	(value, title, item) => {
		const inWords = contains(valuesOf)(value, title, item);
		const wanted = phoneDigits(textIn(value, title));
		if (!isPhone(wanted)) return inWords;
		const inDigits = (entry: unknown) => phoneDigits(text(entry) ?? '').includes(wanted);
		return (record) => inWords(record) || valuesOf(record).some(inDigits);
	};

/** The field equals the text, without case. */
export const equals =
	(name: string): TestedField['test'] =>
	(value, title) => {
		const wanted = fold(textIn(value, title));
		return (record) => foldValue(record[name]) === wanted;
	};

/** The field equals one of the texts, without case. */
export const isOneOf =
	(name: string): TestedField['test'] =>
	(value, title) => {
		const wanted = new Set(listIn(value, title).map(fold));
		return (record) => wanted.has(foldValue(record[name]) ?? '');
	};

export const above =
	(name: string): TestedField['test'] =>
	(value, title) => {
		const limit = numberIn(value, title);
		return (record) => (number(record[name]) ?? Number.NaN) > limit;
	};

export const below =
	(name: string): TestedField['test'] =>
	(value, title) => {
		const limit = numberIn(value, title);
		return (record) => (number(record[name]) ?? Number.NaN) < limit;
	};

/** One of the values contains the text: names, e-mail addresses or, with `containsPhone`, phone numbers. */
export const searchFilter = (
	description: string,
	valuesOf: (record: IDataObject) => unknown[],
	test = contains,
): Filter => ({
	field: { displayName: 'Search', name: 'search', type: 'string', default: '', description },
	test: test(valuesOf),
});

export const emailFilter = (name: string, description: string): Filter => ({
	field: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description,
	},
	test(value, title) {
		const wanted = foldEmail(emailIn(value, title));
		return (record) => foldEmailValue(record[name]) === wanted;
	},
});
