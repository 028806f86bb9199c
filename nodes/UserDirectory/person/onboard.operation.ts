import type { INodeProperties } from 'n8n-workflow';
import type { Results } from '../../shared/execution/provider';
import type { Directory, NewAccount } from '../../shared/directory/directory';
import { showFor } from '../../shared/parameters/fields';
import { emailIn, quoted, textIn } from '../../shared/parameters/values';
import { byHandDetails, failureOf, isByHand, rowMaker, rowPerDirectory } from '../accountRow';
import type { AccountRow } from '../accountRow';
import { onboardFields } from '../directoryFields';
import { dryRunField, dryRunOf } from '../dryRun';
import { emailField } from '../emailField';
import { matchKey } from '../matching';
import { readMatching, refuseWithoutAddresses } from '../matchingSettings';
import type { Matching } from '../matchingSettings';
import { maxPeopleOption, refuseTooManyPeople } from '../maxPeople';
import type { PeopleItem } from '../peopleItem';
import type { Groups } from '../peopleRun';
import { ambiguityIn } from '../person';
import type { Account } from '../person';
import { readPeople } from '../readPeople';

const show = showFor('person', 'onboard');
const MOST_PEOPLE = 20;

export const maxPeople = maxPeopleOption(MOST_PEOPLE);

const nameField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	required: true,
	displayOptions: { show },
	default: '',
	description,
});

export const fields = (directories: readonly Directory[]): INodeProperties[] => [
	emailField(show, 'E-mail address of the person who gets an account in each directory'),
	nameField('First Name', 'firstName', 'Given name of the person'),
	nameField('Last Name', 'lastName', 'Family name of the person'),
	...onboardFields(directories),
	dryRunField(show),
];

interface Onboarded {
	email: string;
	key: string;
	dryRun: boolean;
	/** The person's accounts, in all directories. */
	accounts: readonly Account[];
	groups: Groups;
	/** By directory; undefined where a person does it. */
	newAccounts: ReadonlyMap<Directory, NewAccount>;
}

export async function execute(item: PeopleItem): Promise<Results> {
	refuseTooManyPeople(item, MOST_PEOPLE);
	const email = emailIn(item.main.parameter('email'), 'Email');
	const dryRun = dryRunOf(item);
	const matching = readMatching(item);
	refuseWithoutAddresses(item, matching);
	const newAccounts = prepare(item, email, matching);
	const groups = await readPeople(item, matching);
	const key = matchKey(email, matching.rules) ?? email;
	const accounts = groups.get(key) ?? [];
	const onboarded = { email, key, dryRun, accounts, groups, newAccounts };
	// After all items were checked, so that nothing is created before a mistake is found.
	return { afterAll: async () => await onboard(item, onboarded) };
}

/** @throws {InputError} for what a directory can't use */
function prepare(item: PeopleItem, email: string, matching: Matching): Map<Directory, NewAccount> {
	const firstName = textIn(item.main.parameter('firstName'), 'First Name');
	const lastName = textIn(item.main.parameter('lastName'), 'Last Name');
	const accounts = new Map<Directory, NewAccount>();
	for (const directory of item.directories) {
		if (isByHand(directory.onboard)) continue;
		const keptIn = matching.keptIn[directory.provider.name];
		const newcomer = { email, firstName, lastName, keptIn };
		accounts.set(directory, directory.onboard.prepare(item.in(directory), newcomer));
	}
	return accounts;
}

const onboard = async (item: PeopleItem, onboarded: Onboarded): Promise<AccountRow[]> =>
	await rowPerDirectory(
		item,
		{ ...onboarded, operation: 'onboard', already: 'exists' },
		async (directory) => await rowFor(item, directory, onboarded),
	);

async function rowFor(
	item: PeopleItem,
	directory: Directory,
	onboarded: Onboarded,
): Promise<AccountRow> {
	const { email, dryRun, groups, newAccounts } = onboarded;
	const row = rowMaker(email);
	const there = thereAlready(item, directory, onboarded);
	if (there) return there;
	const newAccount = newAccounts.get(directory);
	if (!newAccount)
		return row(directory, 'manual', await byHandDetails(item, directory, directory.onboard));
	const { userName } = newAccount;
	if (userName !== undefined && (await isTaken(item, directory, { userName, groups }))) {
		return row(directory, 'review', { note: taken(userName) });
	}
	if (dryRun) return row(directory, 'planned');
	return await created(directory, newAccount, email);
}

/** The row of somebody who has an account there, or of whom nobody can say which one. */
function thereAlready(
	item: PeopleItem,
	directory: Directory,
	{ email, accounts }: Onboarded,
): AccountRow | undefined {
	const row = rowMaker(email);
	const user = accounts.find((account) => account.directory === directory.provider.name)?.user;
	const note = ambiguityIn(accounts, item.titleOf);
	if (note !== undefined) return row(directory, 'review', { user, note });
	if (!user) return undefined;
	if (user.active !== false) return row(directory, 'exists', { user });
	return row(directory, 'review', { user, note: 'The account is there, but inactive.' });
}

const taken = (userName = ''): string => `Another user has the user name ${quoted(userName)}.`;

/** By who is there, or by who was to get it before in this run; from now on, it is. */
async function isTaken(
	item: PeopleItem,
	directory: Directory,
	{ userName, groups }: { userName: string; groups: Groups },
): Promise<boolean> {
	const wanted = userName.toLowerCase();
	const own = item.in(directory);
	const { call } = directory.provider.users.listing(own);
	const what = `user names ${JSON.stringify(call)}`;
	const names = await own.oncePerRun(what, async () => namesIn(groups, directory));
	if (names.has(wanted)) return true;
	names.add(wanted);
	return false;
}

function namesIn(groups: Groups, { provider }: Directory): Set<string> {
	const names = new Set<string>();
	for (const accounts of groups.values()) {
		for (const { directory, user } of accounts) {
			if (directory === provider.name && user.userName !== null) {
				names.add(user.userName.toLowerCase());
			}
		}
	}
	return names;
}

async function created(
	directory: Directory,
	newAccount: NewAccount,
	email: string,
): Promise<AccountRow> {
	const row = rowMaker(email);
	try {
		const { record, existed, note, isOther } = await newAccount.create();
		if (isOther) return row(directory, 'review', { note: taken(newAccount.userName) });
		const user = directory.provider.users.shapes.unify(record);
		return row(directory, existed ? 'exists' : newAccount.done, { user, note });
	} catch (error) {
		const { status, note } = failureOf(error);
		return row(directory, status, { note });
	}
}
