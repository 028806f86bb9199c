import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../shared/errors';
import type { Directory } from '../shared/directory/directory';
import type { Item } from '../shared/execution/item';
import type { Listing } from '../shared/paging/listing';
import { matchKey } from './matching';
import type { KeptIn, Matching } from './matchingSettings';
import type { PeopleItem } from './peopleItem';
import type { Groups } from './peopleRun';
import type { Account } from './person';

/** Told to the readings of other directories once one of them has failed. */
interface Reading {
	failed: boolean;
}

/** In place of a list that nobody will see, as another one could not be read. */
const NOT_NEEDED = 'not needed';

/**
 * Who is in the chosen directories, by what they are matched by. The directories are read at the same
 * time, each at its own rate, and once per run.
 *
 * @param keepsRecords whether the provider's own records are needed later, which takes twice the memory
 * @throws {ProviderError} that names the directory that could not be read whole
 */
export async function readPeople(
	item: PeopleItem,
	matching: Matching,
	{ keepsRecords = false } = {},
): Promise<Groups> {
	const lists = await readAccounts(item, matching, keepsRecords);
	return item.run.group(lists);
}

async function readAccounts(
	item: PeopleItem,
	matching: Matching,
	keepsRecords: boolean,
): Promise<Account[][]> {
	const reading: Reading = { failed: false };
	// What is wrong with a list's parameters is known before any list is read.
	const sources = item.directories.map((directory) => ({
		...sourceOf(item, directory),
		matching,
		keptIn: matching.keptIn[directory.provider.name],
		keepsRecords,
	}));
	const lists = sources.map(async (source) => {
		const accounts = accountsOf(source, reading);
		accounts.catch(() => (reading.failed = true));
		return await accounts;
	});
	// The others end soon, and what is thrown is why the first of them could not be read.
	await Promise.allSettled(lists);
	return await Promise.all(lists);
}

/** How the accounts of one directory are read. */
interface AccountSource {
	directory: Directory;
	own: Item;
	listing: Listing;
	keptIn: KeptIn | undefined;
	matching: Matching;
	keepsRecords: boolean;
}

function sourceOf(item: PeopleItem, directory: Directory) {
	const own = item.in(directory);
	return { directory, own, listing: directory.provider.users.listing(own) };
}

/** The same list for every item that reads it the same way; empty where nobody will see it. */
async function accountsOf(source: AccountSource, reading: Reading): Promise<Account[]> {
	const { own, listing, keptIn, matching } = source;
	const how = [listing.call, keptIn?.source.value, keptIn?.domain, own.options, rulesKey(matching)];
	// An item that needs the list doesn't take it from one that stopped reading it.
	for (let turn = 0; ; turn++) {
		const key = `accounts ${JSON.stringify([turn, ...how])}`;
		const accounts = await own.once(key, async () => await readAll(source, reading));
		if (accounts !== NOT_NEEDED) return accounts;
		if (reading.failed) return [];
	}
}

async function readAll(
	source: AccountSource,
	reading: Reading,
): Promise<Account[] | typeof NOT_NEEDED> {
	const { directory, own, listing } = source;
	const complete = (await directory.complete?.(own)) ?? ((record: IDataObject) => record);
	const accounts: Account[] = [];
	for await (const { records, gap } of own.pages(listing)) {
		if (gap !== undefined) throw incomplete(own.provider, gap);
		if (reading.failed) return NOT_NEEDED;
		for (const record of records) accounts.push(accountOf(source, complete(record)));
	}
	return accounts;
}

const rulesKey = ({ rules }: Matching): unknown => [
	rules.ignorePlusTags,
	rules.ignoreGmailDots,
	[...rules.domainAliases],
];

function accountOf(source: AccountSource, record: IDataObject): Account {
	const { directory, keptIn, matching, keepsRecords } = source;
	const { provider } = directory;
	const user = provider.users.shapes.unify(record);
	const email = keptIn ? keptIn.source.read(record, keptIn.domain) : user.email;
	const key = matchKey(email, matching.rules);
	return {
		directory: provider.name,
		user,
		...(keepsRecords && { record }),
		email: key === undefined ? null : email,
		key,
	};
}

const incomplete = (provider: string, gap: string): ProviderError =>
	new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `the list is incomplete, so nobody is looked for in it: ${gap}`,
	});
