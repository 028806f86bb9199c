import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../shared/errors';
import { quoted } from '../shared/parameters/values';
import { matchKey } from './matching';
import type { MatchingRules } from './matching';

/** One row of a roster: an input item, and whom it names. */
export interface RosterRow {
	/** The input item. */
	index: number;
	json: IDataObject;
	/** undefined where its field doesn't hold exactly one address. */
	key?: string;
	/** Why it has no key. */
	reason?: string;
}

/** More rows than that with one address are no roster, but a field that is the same for all. */
const MOST_ALIKE = 20;

/** `a.b`, and what n8n puts in where a field is dragged there: `['E-mail address']`, `list[0].email`. */
const PART = /\[\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*\]|[^.[\]]+/g;

const partsOf = (path: string): string[] =>
	[...path.matchAll(PART)].map(([all, single, double, index]) => single ?? double ?? index ?? all);

/** A field of an item; a name with dots is a path. undefined where the item lacks it. */
export function fieldOf(json: IDataObject, name: string): unknown {
	if (Object.hasOwn(json, name)) return json[name];
	let value: unknown = json;
	for (const part of partsOf(name)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
			return undefined;
		value = (value as IDataObject)[part];
	}
	return value;
}

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const reasonFor = (value: unknown): string =>
	isEmpty(value)
		? 'The row of the roster has no e-mail address.'
		: 'The row of the roster does not have exactly one e-mail address.';

const noneOf = (count: number): string =>
	count === 1 ? 'The input item does not have' : `None of the ${count} input items has`;

/** @throws {InputError} where no row has an address, or all have the same one */
export function readRoster(
	jsons: readonly IDataObject[],
	field: string,
	rules: MatchingRules,
): RosterRow[] {
	const rows = jsons.map((json, index): RosterRow => {
		const value = fieldOf(json, field);
		const key = matchKey(value, rules);
		return key === undefined ? { index, json, reason: reasonFor(value) } : { index, json, key };
	});
	refuseUnlessAddresses(rows, field);
	return rows;
}

/** @throws {InputError} where no row has an address, or all have the same one */
function refuseUnlessAddresses(rows: readonly RosterRow[], field: string): void {
	const filled = rows.filter(({ key }) => key !== undefined);
	const keys = new Set(filled.map(({ key }) => key));
	if (keys.size > 1) return;
	const [only] = keys;
	const check = `Check the name in 'Email Field'. It is the name of a field, such as email, not an expression.`;
	if (only === undefined) {
		throw new InputError(
			`${noneOf(rows.length)} an e-mail address in its field ${quoted(field)}.`,
			check,
		);
	}
	if (filled.length <= MOST_ALIKE) return;
	const [which, same] =
		filled.length < rows.length
			? [' with an e-mail address', 'the same one']
			: ['', 'the same e-mail address'];
	throw new InputError(
		`All ${filled.length} input items${which} have ${same} in their field ${quoted(field)}: ${quoted(only)}.`,
		check,
	);
}
