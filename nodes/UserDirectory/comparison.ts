import type { IDataObject } from 'n8n-workflow';
import { fold, foldEmail } from '../shared/text/fold';
import { own } from '../shared/text/json';
import { phoneDigits } from '../shared/text/pasted';
import type { IsIgnored } from './ignored';
import { ambiguityIn } from './person';
import type { Account } from './person';
import { fieldOf } from './roster';
import type { RosterRow } from './roster';

/** A roster compared with who is in the directories. */

export interface FieldPair {
	/** Of the unified user. */
	field: string;
	rosterField: string;
}

export interface Comparing {
	rows: readonly RosterRow[];
	/** The chosen directories, in order of preference. */
	directories: readonly string[];
	/** The accounts by what they are matched by. */
	groups: ReadonlyMap<string, readonly Account[]>;
	pairs: readonly FieldPair[];
	isIgnored: IsIgnored;
	/** How people call a directory. */
	titleOf: (directory: string) => string;
}

/** With the input item that it belongs to. */
export type ComparedItem = {
	json: IDataObject;
	pairedItem: { item: number };
};

const itemOf = (index: number, json: IDataObject): ComparedItem => ({
	json,
	pairedItem: { item: index },
});

/** The four outputs of the node. */
export interface Compared {
	matched: ComparedItem[];
	missing: ComparedItem[];
	extra: ComparedItem[];
	review: ComparedItem[];
}

/** One item per person and directory. */
export function compareRoster(comparing: Comparing): Compared {
	const compared: Compared = { matched: [], missing: [], extra: [], review: [] };
	const named = addRows(compared, comparing);
	for (const [key, accounts] of comparing.groups) {
		if (named.has(key) || isLeftOut(accounts, comparing)) continue;
		addUnnamed(compared, key, { accounts, reason: ambiguityIn(accounts, comparing.titleOf) });
	}
	return compared;
}

const isLeftOut = ([account]: readonly Account[], { isIgnored }: Comparing): boolean =>
	account?.key !== undefined && isIgnored(account.key);

/** @returns whom the roster names */
function addRows(compared: Compared, comparing: Comparing): ReadonlyMap<string, number> {
	const rows = comparing.rows.filter(({ key }) => key === undefined || !comparing.isIgnored(key));
	const counts = new Map<string, number>();
	for (const { key } of rows) {
		if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	for (const row of rows) {
		const { key } = row;
		if (key === undefined) addReview(compared, row);
		else if ((counts.get(key) ?? 0) > 1) addReview(compared, { ...row, reason: TWICE });
		else addPerson(compared, { ...row, key }, comparing);
	}
	return counts;
}

const TWICE = 'Another row of the roster has the same e-mail address.';

function addReview({ review }: Compared, { index, json, key, reason = '' }: RosterRow): void {
	review.push(itemOf(index, { email: key ?? null, directory: null, reason, roster: json }));
}

function addPerson(
	compared: Compared,
	{ key, index, json: roster }: RosterRow & { key: string },
	{ groups, directories, pairs, titleOf }: Comparing,
): void {
	const accounts = groups.get(key) ?? [];
	const reason = ambiguityIn(accounts, titleOf);
	if (reason !== undefined) {
		for (const { directory, user } of firstPerDirectory(accounts)) {
			compared.review.push(itemOf(index, { email: key, directory, reason, roster, user }));
		}
		return;
	}
	for (const directory of directories) {
		const user = accounts.find((account) => account.directory === directory)?.user;
		if (!user) {
			compared.missing.push(itemOf(index, { email: key, directory, roster }));
			continue;
		}
		const differences = differencesIn(roster, user, pairs);
		compared.matched.push(itemOf(index, { email: key, directory, roster, user, differences }));
	}
}

/** Accounts that no row of the roster names. */
function addUnnamed(
	{ review, extra }: Compared,
	key: string,
	{ accounts, reason }: { accounts: readonly Account[]; reason: string | undefined },
): void {
	for (const { directory, user, key: email } of firstPerDirectory(accounts)) {
		if (reason !== undefined) {
			review.push(itemOf(0, { email: key, directory, reason, user }));
		} else if (email === undefined) {
			const without = 'The account does not have exactly one e-mail address.';
			review.push(itemOf(0, { email: null, directory, reason: without, user }));
		} else extra.push(itemOf(0, { email, directory, user }));
	}
}

const firstPerDirectory = (accounts: readonly Account[]): Account[] =>
	accounts.filter(
		({ directory }, index) =>
			accounts.findIndex((other) => other.directory === directory) === index,
	);

/** How the values of a field are compared. */
const FOLDED: Record<string, (value: string) => string> = { email: foldEmail, phone: phoneDigits };

function comparable(value: unknown, field: string): string {
	if (value === undefined || value === null) return '';
	const words = typeof value === 'string' ? value : JSON.stringify(value);
	return (own(FOLDED, field) ?? fold)(words);
}

function differencesIn(
	roster: IDataObject,
	user: IDataObject,
	pairs: readonly FieldPair[],
): IDataObject[] {
	return pairs.flatMap(({ field, rosterField }) => {
		const value = fieldOf(roster, rosterField);
		// What a row lacks isn't compared; what it has empty is.
		if (value === undefined) return [];
		const inDirectory = user[field] ?? null;
		if (comparable(value, field) === comparable(inDirectory, field)) return [];
		return [{ field, roster: value, directory: inDirectory }];
	});
}
