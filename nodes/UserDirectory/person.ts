import type { IDataObject } from 'n8n-workflow';
import type { UnifiedUser } from '../shared/output/unified';
import { fold } from '../shared/text/fold';
import { phoneDigits } from '../shared/text/pasted';

/** A user of one directory, and the address that it is matched by. */
export interface Account {
	/** The provider's name. */
	directory: string;
	user: UnifiedUser;
	/** As the provider gave it, where that is needed. */
	record?: IDataObject;
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
	const directories = directoriesOf(accounts);
	return {
		key,
		email: accounts.find(({ email }) => email !== null)?.email ?? null,
		displayName: firstOf(users, 'displayName'),
		givenName: firstOf(users, 'givenName'),
		familyName: firstOf(users, 'familyName'),
		phone: firstOf(users, 'phone'),
		title: firstOf(users, 'title'),
		department: firstOf(users, 'department'),
		team: firstOf(users, 'team'),
		photoUrl: firstOf(users, 'photoUrl'),
		active: activeOf(users),
		roles: rolesOf(accounts),
		directories,
		ambiguous: directories.length < accounts.length,
		conflicts: accounts.length > 1 ? conflictsIn(accounts) : [],
		accounts: users,
	};
}

function firstOf(users: readonly UnifiedUser[], field: TextField): string | null {
	for (const user of users) if (user[field] !== null) return user[field];
	return null;
}

function directoriesOf(accounts: readonly Account[]): string[] {
	const directories: string[] = [];
	for (const { directory } of accounts) {
		if (!directories.includes(directory)) directories.push(directory);
	}
	return directories;
}

function activeOf(users: readonly UnifiedUser[]): boolean | null {
	let active: boolean | null = null;
	for (const user of users) if (user.active !== null) active = active === true || user.active;
	return active;
}

function rolesOf(accounts: readonly Account[]): Record<string, string> {
	const roles: Record<string, string> = {};
	for (const { directory, user } of accounts) {
		if (user.role !== null) roles[directory] ??= user.role;
	}
	return roles;
}

function conflictsIn(accounts: readonly Account[]): Conflict[] {
	const conflicts: Conflict[] = [];
	for (const [field, folded] of COMPARED) {
		// Most values are the same to the letter, and needn't be folded.
		if (areTheSame(accounts, field)) continue;
		const values = valuesOf(accounts, field);
		const different = new Set(Object.values(values).map(folded));
		if (different.size > 1) conflicts.push({ field, values });
	}
	return conflicts;
}

function areTheSame(accounts: readonly Account[], field: TextField): boolean {
	let first: string | null = null;
	for (const { user } of accounts) {
		const value = user[field];
		if (value === null || value === first) continue;
		if (first !== null) return false;
		first = value;
	}
	return true;
}

/** By directory: what its first account with a value has. */
function valuesOf(accounts: readonly Account[], field: TextField): Record<string, string> {
	const values: Record<string, string> = {};
	for (const { directory, user } of accounts) {
		const value = user[field];
		if (value !== null) values[directory] ??= value;
	}
	return values;
}

/** Why nobody can say which account is the person's; undefined where that is clear. */
export function ambiguityIn(
	accounts: readonly Account[],
	titleOf: (directory: string) => string,
): string | undefined {
	const seen = new Set<string>();
	for (const { directory } of accounts) {
		if (seen.has(directory)) {
			return `Several accounts of ${titleOf(directory)} have this e-mail address.`;
		}
		seen.add(directory);
	}
	return undefined;
}
