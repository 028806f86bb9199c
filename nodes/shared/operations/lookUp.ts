import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../errors';
import type { Item } from '../execution/item';
import type { Execute, Users } from '../execution/provider';
import { shapeOf } from '../output/shape';
import type { Key, Keys } from '../paging/keys';
import type { Listing } from '../paging/listing';
import { locatorIn, modeNotOffered, refuseEmailAsId } from '../parameters/locator';
import type { Locator } from '../parameters/locator';
import { quoted } from '../parameters/values';
import { own } from '../text/json';
import { hintPrivileged } from './privilegedField';
import { noneFound, onlyOne, titled, USER } from './lookUpErrors';

/** A list, and the ways to name what is in it. */
export interface Directory {
	listing: Listing;
	keys: Keys;
	/** What each record is, in messages; its field is called alike. */
	noun?: string;
	/** No write of the operation changes what is in it: it is read once per run, whatever is written. */
	lasting?: boolean;
}

/** Records by the way they are named. */
interface Index {
	records: Map<string, IDataObject[]>;
	/** How the list is incomplete. */
	gap?: string | undefined;
}

function keyFor({ keys, noun = USER }: Directory, { mode }: Locator): Key {
	const key = own(keys, mode);
	if (key) return key;
	throw modeNotOffered(mode, titled(noun), Object.keys(keys));
}

/** Every record under every key; the list is read once per run, however many look-ups follow. */
async function indexOf(item: Item, { listing, keys, lasting }: Directory): Promise<Index> {
	const name = `index ${JSON.stringify(listing.call)}`;
	const read = async () => {
		const index: Index = { records: new Map() };
		for await (const { records, gap } of item.pages(listing)) {
			for (const record of records) addRecord(index.records, keys, record);
			index.gap = gap;
		}
		return index;
	};
	return await (lasting ? item.oncePerRun(name, read) : item.once(name, read));
}

function addRecord(records: Index['records'], keys: Keys, record: IDataObject): void {
	for (const [mode, key] of Object.entries(keys)) {
		const value = key.of(record);
		if (value === undefined) continue;
		const name = `${mode} ${value}`;
		const others = records.get(name);
		if (others) others.push(record);
		else records.set(name, [record]);
	}
}

function refuseEmail(locator: Locator, { keys, noun = USER }: Directory): void {
	if (locator.mode !== 'id' || !own(keys, 'email')) return;
	refuseEmailAsId(locator, titled(noun), 'By Email');
}

/**
 * The record in a list without a look-up of its own; undefined where there is none.
 *
 * @throws {ProviderError} where there is more than one, or the list is incomplete
 */
export async function lookUp(
	item: Item,
	locator: Locator,
	directory: Directory,
): Promise<IDataObject | undefined> {
	const { keys, noun = USER } = directory;
	const key = keyFor(directory, locator);
	refuseEmail(locator, directory);
	const { records, gap } = await indexOf(item, directory);
	const value = key.normalize?.(locator.value) ?? locator.value;
	const found = records.get(`${locator.mode} ${value}`) ?? [];
	if (found.length === 0 && gap !== undefined) throw notInIncomplete(item, locator.value, gap);
	return onlyOne(item, found, { key, locator, keys, noun });
}

/** Not seeing a record in an incomplete list proves nothing. */
export function notInIncomplete(item: Item, value: string, gap: string): ProviderError {
	return new ProviderError({
		provider: item.provider,
		kind: 'incompleteList',
		text: `the list is incomplete, and ${quoted(value)} is not in it: ${gap}`,
	});
}

/** @throws {ProviderError} where there is none, or more than one */
export async function findOne(
	item: Item,
	locator: Locator,
	directory: Directory,
): Promise<IDataObject> {
	const found = await lookUp(item, locator, directory);
	if (found) return found;
	const { label } = keyFor(directory, locator);
	throw noneFound(item, directory.noun, { label, value: locator.value });
}

/** A provider's users as a list that can be looked up in. */
export const userDirectory = (item: Item, { listing, keys }: Users): Directory => ({
	listing: listing(item),
	keys,
});

/** *Get* of a user where the API has no look-up of its own: the list is read once per run. */
export const getUserFromList =
	(users: Users): Execute =>
	async (item) => {
		const shape = shapeOf(item, users.shapes);
		const locator = locatorIn(item.parameter('user'), 'User');
		const directory = userDirectory(item, users);
		const user = await findOne(item, locator, directory);
		hintPrivileged(item, directory.listing, { records: [user], whom: 'the user' });
		return [shape(user)];
	};
