import type { IDataObject } from 'n8n-workflow';
import { InputFault, ProviderFault } from './fault';
import type { Item } from './item';
import { locatorIn } from './parameters';
import type { Locator } from './parameters';
import type { Listing } from './provider';
import { idOf, named, own, text } from './read';

/** A way to name a user, or whatever else is looked for: what it is called, and the value that a record has for it. */
export interface Key {
	label: string;
	of(record: IDataObject): string | undefined;
	/** What is looked for, in the same form; as it is unless given. */
	asked?(value: string): string;
}

export const byId = (name: string): Key => ({ label: 'ID', of: (record) => idOf(record[name]) });

/** E-mail addresses are compared without case. */
export const byEmail = (name: string): Key => ({
	label: 'e-mail',
	of: (record) => text(record[name])?.toLowerCase(),
	asked: (value) => value.toLowerCase(),
});

export type Keys = Record<string, Key>;

const LONGEST_QUOTE = 80;

/** What was looked for, for messages: as much of it as one can read. */
export function quoted(value: string): string {
	const shown = [...value].slice(0, LONGEST_QUOTE).join('');
	return `'${shown}${shown === value ? '' : '…'}'`;
}

/** A list, and the ways to name what is in it. */
export interface Directory {
	listing: Listing;
	keys: Keys;
	/** What each record is, in messages; its field is called alike. */
	noun?: string;
}

const USER = 'user';

/** Records by the way they are named. */
interface Index {
	users: Map<string, IDataObject[]>;
	/** How the list came incomplete. */
	gap?: string | undefined;
}

const notOffered = (mode: string, field: string, modes: readonly string[]): InputFault =>
	new InputFault(`'${field}' can't be chosen by ${quoted(mode)} here: use ${modes.join(' or ')}.`);

/** @throws {InputFault} for a mode that isn't offered: it must not pass for another one */
export function assertMode({ mode }: Locator, field: string, modes: readonly string[]): void {
	if (!modes.includes(mode)) throw notOffered(mode, field, modes);
}

/** An ID, chosen from a list or given; there is no other way to name it. */
export function chosenIn(value: unknown, field: string): string {
	const locator = locatorIn(value, field);
	assertMode(locator, field, ['id']);
	return locator.value;
}

const titled = (noun: string): string => noun.replace(/\b[a-z]/g, (first) => first.toUpperCase());

function keyFor({ keys, noun = USER }: Directory, { mode }: Locator): Key {
	const key = own(keys, mode);
	if (key) return key;
	throw notOffered(mode, titled(noun), Object.keys(keys));
}

/** Every user under every key; the list is read once per run, however many look-ups follow. */
async function indexOf(item: Item, listing: Listing, keys: Keys): Promise<Index> {
	return await item.once(`index ${JSON.stringify(listing.call)}`, async () => {
		const index: Index = { users: new Map() };
		for await (const { records, gap } of item.walk(listing)) {
			for (const record of records) enter(index.users, keys, record);
			index.gap = gap;
		}
		return index;
	});
}

function enter(users: Index['users'], keys: Keys, record: IDataObject): void {
	for (const [mode, key] of Object.entries(keys)) {
		const value = key.of(record);
		if (value === undefined) continue;
		const name = `${mode} ${value}`;
		const others = users.get(name);
		if (others) others.push(record);
		else users.set(name, [record]);
	}
}

/** The user in a list without a look-up of its own; undefined where there is none. */
export async function lookUp(
	item: Item,
	locator: Locator,
	directory: Directory,
): Promise<IDataObject | undefined> {
	const { listing, keys, noun } = directory;
	const key = keyFor(directory, locator);
	const { users, gap } = await indexOf(item, listing, keys);
	const value = key.asked?.(locator.value) ?? locator.value;
	const found = users.get(`${locator.mode} ${value}`) ?? [];
	if (found.length === 0 && gap !== undefined) throw unclear(item, locator.value, gap);
	return onlyOne(item, found, { key, locator, keys, ...named('noun', noun) });
}

/** The one that was meant; two with the same e-mail are told apart by the user, not by us. */
export function onlyOne(
	item: Item,
	found: readonly IDataObject[],
	{ key, locator, keys, noun = USER }: { key: Key; locator: Locator; keys: Keys; noun?: string },
): IDataObject | undefined {
	if (found.length < 2) return found[0];
	const ids = found.map((record) => keys.id?.of(record)).join(', ');
	throw new ProviderFault({
		provider: item.provider,
		text: `${found.length} ${noun}s have the ${key.label} ${quoted(locator.value)} (IDs ${ids})`,
		next: `Choose the ${noun} by ID.`,
	});
}

/** Not seeing a user in a list with gaps says nothing. */
export function unclear(item: Item, value: string, gap: string): ProviderFault {
	return new ProviderFault({
		provider: item.provider,
		text: `the list came incomplete, and ${quoted(value)} was not in what came: ${gap}`,
	});
}

export function noSuch(
	item: Item,
	noun: string,
	{ label, value }: { label: string; value: string },
): ProviderFault {
	return new ProviderFault({
		provider: item.provider,
		text: `there is no ${noun} with the ${label} ${quoted(value)}`,
		next: `Check the value in '${titled(noun)}', and that the credential belongs to the right account.`,
	});
}

export const notFound = (item: Item, label: string, value: string): ProviderFault =>
	noSuch(item, USER, { label, value });

/** @throws {ProviderFault} where there is none, or more than one */
export async function findOne(
	item: Item,
	locator: Locator,
	directory: Directory,
): Promise<IDataObject> {
	const found = await lookUp(item, locator, directory);
	if (found) return found;
	const { label } = keyFor(directory, locator);
	throw noSuch(item, directory.noun ?? USER, { label, value: locator.value });
}
