import type { IDataObject } from 'n8n-workflow';
import { InputFault } from './fault';
import type { Item } from './item';
import { given, listIn, numberIn, textIn } from './parameters';
import type { Query } from './provider';
import { number, own, text } from './read';
import { instant } from './time';

export type Test = (record: IDataObject) => boolean;

/** What a filter is called in the UI, and how its value is used. */
export type ApiFilter = (value: unknown) => Query;
export type NodeFilter = (value: unknown, item: Item) => Test;

export interface FilterTable {
	/** Sent to the API. */
	api?: Record<string, ApiFilter>;
	/** Applied by the node while pages stream by. */
	node?: Record<string, NodeFilter>;
}

export interface ReadFilters {
	query: Query;
	passes?: Test;
}

/** As the filter is shown: 'createdAfter' is 'Created After', and 'acdQueueId' is 'ACD Queue'. */
function titleOf(name: string): string {
	const words = name.replace(/Id$/, '').replace(/([A-Z])/g, ' $1');
	return words.replace(/^./, (first) => first.toUpperCase()).replace(/\bAcd\b/, 'ACD');
}

/** An added filter that yields nothing is refused: ignored, it would let everybody through. */
function mustSay(value: unknown, name: string): void {
	if (given(value)) return;
	throw new InputFault(
		`The filter '${titleOf(name)}' is empty.`,
		'Enter a value, or remove the filter. If it is an expression, check that it yields a value for this item.',
	);
}

export function readFilters(item: Item, { api = {}, node = {} }: FilterTable): ReadFilters {
	const query: Query = {};
	const tests: Test[] = [];
	for (const [name, value] of Object.entries(item.collection('filters', 'Filters'))) {
		mustSay(value, name);
		const [send, test] = [own(api, name), own(node, name)];
		if (send) Object.assign(query, send(value));
		else if (test) tests.push(test(value, item));
		else throw new InputFault(`There is no filter '${name}' here.`);
	}
	if (tests.length === 0) return { query };
	return { query, passes: (record) => tests.every((test) => test(record)) };
}

const folded = (value: unknown): string | undefined => text(value)?.toLowerCase();

/** One of the values contains the text, without case. */
export const contains =
	(field: string, valuesOf: (record: IDataObject) => unknown[]): NodeFilter =>
	(value) => {
		const wanted = textIn(value, field).toLowerCase();
		return (record) => valuesOf(record).some((entry) => folded(entry)?.includes(wanted));
	};

/** The field equals the text, without case. */
export const equals =
	(field: string, name: string): NodeFilter =>
	(value) => {
		const wanted = textIn(value, field).toLowerCase();
		return (record) => folded(record[name]) === wanted;
	};

/** The field equals one of the texts, without case. */
export const isOneOf =
	(field: string, name: string): NodeFilter =>
	(value) => {
		const wanted = new Set(listIn(value, field).map((entry) => entry.toLowerCase()));
		return (record) => wanted.has(folded(record[name]) ?? '');
	};

/** The instant of a filter: a date without a zone is taken in the workflow's. */
function instantIn(value: unknown, field: string, zone: string): number {
	const words = value instanceof Date ? String(value) : textIn(value, field);
	const at = value instanceof Date ? value.getTime() : instant(words, zone);
	if (!Number.isNaN(at)) return at;
	throw new InputFault(
		`'${field}' is not a date: '${words.slice(0, 40)}'.`,
		'Use a form such as 2026-01-31 or 2026-01-31T09:00:00.',
	);
}

/** Where the provider's own times have no zone: in the workflow's, or UTC. */
export type ZoneOf = 'workflow' | 'UTC';

function dates(
	field: string,
	name: string,
	{ zone, test }: { zone: ZoneOf; test: (at: number, limit: number) => boolean },
): NodeFilter {
	return (value, item) => {
		const limit = instantIn(value, field, item.zone);
		const theirs = zone === 'workflow' ? item.zone : 'UTC';
		// Comparing with NaN is false: whoever has no date doesn't pass.
		return (record) => test(instant(text(record[name]) ?? '', theirs), limit);
	};
}

/** At or after. */
export const after = (field: string, name: string, zone: ZoneOf = 'UTC'): NodeFilter =>
	dates(field, name, { zone, test: (at, limit) => at >= limit });

export const before = (field: string, name: string, zone: ZoneOf = 'UTC'): NodeFilter =>
	dates(field, name, { zone, test: (at, limit) => at < limit });

export const above =
	(field: string, name: string): NodeFilter =>
	(value) => {
		const limit = numberIn(value, field);
		return (record) => (number(record[name]) ?? Number.NaN) > limit;
	};

export const below =
	(field: string, name: string): NodeFilter =>
	(value) => {
		const limit = numberIn(value, field);
		return (record) => (number(record[name]) ?? Number.NaN) < limit;
	};
