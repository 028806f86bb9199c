import type { IDataObject } from 'n8n-workflow';
import type { UnifiedUser } from '../shared/output/unified';
import { fold } from '../shared/text/fold';
import { phoneDigits } from '../shared/text/pasted';

/** A user of one directory, and the address that it is matched by. */
export interface Account {
	/** The provider's name. */
	directory: string;
	user: UnifiedUser;
	/** As the provider gave it. */
	record: IDataObject;
	/** The address as the directory has it; null where it doesn't hold exactly one. */
	email: string | null;
	/** undefined where the directory doesn't hold exactly one address. */
	key: string | undefined;
}

/** A field that two directories disagree on. */
export type Conflict = {
	field: string;
	/** By directory. */
	values: Record<string, string>;
};

/** The accounts with one e-mail address, as one item. */
export type Person = {
	/** The matched address, or `<provider>:<id>` for an account without one. */
	key: string;
	email: string | null;
	displayName: string | null;
	givenName: string | null;
	familyName: string | null;
	phone: string | null;
	title: string | null;
	department: string | null;
	team: string | null;
	photoUrl: string | null;
	/** false only if all accounts that tell are inactive; null if none tells. */
	active: boolean | null;
	/** By directory, where it has roles. */
	roles: Record<string, string>;
	/** In order of preference. */
	directories: string[];
	/** Two accounts of one directory have the address. */
	ambiguous: boolean;
	conflicts: Conflict[];
	accounts: UnifiedUser[];
};

/**
 * Who is in these directories: by the preferred directory's order, then by the next one's.
 *
 * @param accounts those of the preferred directory first
 */
export function groupAccounts(accounts: Iterable<Account>): Map<string, Account[]> {
	const groups = new Map<string, Account[]>();
	for (const account of accounts) {
		const key = account.key ?? ownKey(account, groups.size);
		const others = groups.get(key);
		if (others) others.push(account);
		else groups.set(key, [account]);
	}
	return groups;
}

/** Of an account without an address. */
const ownKey = ({ directory, user }: Account, count: number): string =>
	`${directory}:${user.id ?? `#${count}`}`;

type TextField =
	| 'displayName'
	| 'givenName'
	| 'familyName'
	| 'phone'
	| 'title'
	| 'department'
	| 'team'
	| 'photoUrl';

const COMPARED: ReadonlyArray<[TextField, (value: string) => string]> = [
	['displayName', fold],
	['givenName', fold],
	['familyName', fold],
	['phone', phoneDigits],
];

/** @param accounts at least one, those of the preferred directory first */
export function personOf(key: string, accounts: readonly Account[]): Person {
	const users = accounts.map(({ user }) => user);
	const first = (field: TextField): string | null =>
		users.find((user) => user[field] !== null)?.[field] ?? null;
	const directories = [...new Set(accounts.map(({ directory }) => directory))];
	return {
		key,
		email: accounts.find(({ email }) => email !== null)?.email ?? null,
		displayName: first('displayName'),
		givenName: first('givenName'),
		familyName: first('familyName'),
		phone: first('phone'),
		title: first('title'),
		department: first('department'),
		team: first('team'),
		photoUrl: first('photoUrl'),
		active: activeOf(users),
		roles: rolesOf(accounts),
		directories,
		ambiguous: directories.length < accounts.length,
		conflicts: accounts.length > 1 ? conflictsIn(accounts) : [],
		accounts: users,
	};
}

function activeOf(users: readonly UnifiedUser[]): boolean | null {
	const told = users.map(({ active }) => active).filter((active) => active !== null);
	return told.length > 0 ? told.includes(true) : null;
}

function rolesOf(accounts: readonly Account[]): Record<string, string> {
	const roles: Record<string, string> = {};
	for (const { directory, user } of accounts) {
		if (user.role !== null) roles[directory] ??= user.role;
	}
	return roles;
}

function conflictsIn(accounts: readonly Account[]): Conflict[] {
	return COMPARED.flatMap(([field, folded]) => {
		const values: Record<string, string> = {};
		for (const { directory, user } of accounts) {
			const value = user[field];
			if (value !== null) values[directory] ??= value;
		}
		const different = new Set(Object.values(values).map(folded));
		return different.size > 1 ? [{ field, values }] : [];
	});
}

/** Why nobody can say which account is the person's; undefined where that is clear. */
export function ambiguityIn(accounts: readonly Account[]): string | undefined {
	const seen = new Set<string>();
	for (const { directory } of accounts) {
		if (seen.has(directory)) return `Several accounts of ${directory} have this e-mail address.`;
		seen.add(directory);
	}
	return undefined;
}
