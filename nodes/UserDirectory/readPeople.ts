import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../shared/errors';
import type { Directory } from '../shared/directory/directory';
import { matchKey } from './matching';
import type { KeptIn, Matching } from './matchingSettings';
import type { PeopleItem } from './peopleItem';
import type { Groups } from './peopleRun';
import type { Account } from './person';

/** Told to the readings of other directories once one of them has failed. */
interface Reading {
	failed: boolean;
}

/** Ends a reading whose result nobody will see. */
class NotNeeded extends Error {}

/**
 * Who is in the chosen directories, by what they are matched by. The directories are read at the same
 * time, each at its own rate, and once per run.
 *
 * @throws {ProviderError} that names the directory that could not be read whole
 */
export async function readPeople(item: PeopleItem, matching: Matching): Promise<Groups> {
	const lists = await readAccounts(item, matching);
	return item.run.group(lists, '');
}

async function readAccounts(item: PeopleItem, matching: Matching): Promise<Account[][]> {
	const reading: Reading = { failed: false };
	const lists = item.directories.map(async (directory) => {
		const accounts = accountsIn(item, directory, { matching, reading });
		accounts.catch(() => (reading.failed = true));
		return await accounts;
	});
	const results = await Promise.allSettled(lists);
	const failed = results.findIndex(
		(result) => result.status === 'rejected' && !(result.reason instanceof NotNeeded),
	);
	// Throws why that directory could not be read.
	if (failed !== -1) await lists[failed];
	return await Promise.all(lists);
}

/** The accounts of one directory, the same list for every item that reads it the same way. */
async function accountsIn(
	item: PeopleItem,
	directory: Directory,
	{ matching, reading }: { matching: Matching; reading: Reading },
): Promise<Account[]> {
	const own = item.in(directory);
	const { users, name } = directory.provider;
	const listing = users.listing(own);
	const keptIn = matching.keptIn[name];
	const complete = (await directory.complete?.(own)) ?? ((record: IDataObject) => record);
	const how = [listing.call, keptIn?.source.value, keptIn?.domain, own.options, rulesKey(matching)];
	return await own.once(`accounts ${JSON.stringify(how)}`, async () => {
		const accounts: Account[] = [];
		for await (const { records, gap } of own.pages(listing)) {
			if (gap !== undefined) throw incomplete(own.provider, gap);
			if (reading.failed) throw new NotNeeded('Another directory could not be read.');
			for (const record of records) {
				accounts.push(accountOf(directory, complete(record), { keptIn, matching }));
			}
		}
		return accounts;
	});
}

const rulesKey = ({ rules }: Matching): unknown => [
	rules.ignorePlusTags,
	rules.ignoreGmailDots,
	[...rules.domainAliases],
];

function accountOf(
	{ provider }: Directory,
	record: IDataObject,
	{ keptIn, matching }: { keptIn: KeptIn | undefined; matching: Matching },
): Account {
	const user = provider.users.shapes.unify(record);
	const email = keptIn ? keptIn.source.read(record, keptIn.domain) : user.email;
	const key = matchKey(email, matching.rules);
	return {
		directory: provider.name,
		user,
		record,
		email: key === undefined ? user.email : email,
		key,
	};
}

const incomplete = (provider: string, gap: string): ProviderError =>
	new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `the list is incomplete, so nobody is looked for in it: ${gap}`,
	});
