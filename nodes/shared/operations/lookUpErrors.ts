import type { IDataObject } from 'n8n-workflow';
import { ProviderError } from '../errors';
import type { Item } from '../execution/item';
import type { Key, Keys } from '../paging/keys';
import type { Locator } from '../parameters/locator';
import { quoted } from '../parameters/values';

export const USER = 'user';

/** A noun as the title of its field. */
export const titled = (noun: string): string =>
	noun.replace(/\b[a-z]/g, (first) => first.toUpperCase());

interface LookedFor {
	key: Key;
	locator: Locator;
	keys: Keys;
	noun?: string | undefined;
}

const MOST_IDS = 10;

/**
 * The only match; where several match, the user has to choose.
 *
 * @throws {ProviderError} where there is more than one
 */
export function onlyOne(
	item: Item,
	found: readonly IDataObject[],
	{ key, locator, keys, noun = USER }: LookedFor,
): IDataObject | undefined {
	if (found.length < 2) return found[0];
	const exact = found.filter((record) => key.exactly?.(record) === locator.value);
	if (exact.length === 1) return exact[0];
	const shown = found.slice(0, MOST_IDS).map((record) => keys.id?.of(record));
	const ids = [...shown, ...(found.length > MOST_IDS ? ['…'] : [])].join(', ');
	throw new ProviderError({
		provider: item.provider,
		kind: 'ambiguous',
		text: `${found.length} ${noun}s have the ${key.label} ${quoted(locator.value)} (IDs ${ids})`,
		next: `Choose the ${noun} by ID.`,
	});
}

export function noneFound(
	item: Item,
	noun: string = USER,
	{ label, value }: { label: string; value: string },
): ProviderError {
	return new ProviderError({
		provider: item.provider,
		kind: 'notFound',
		text: `there is no ${noun} with the ${label} ${quoted(value)}`,
		next: `Check the value in '${titled(noun)}', and that the credential belongs to the right account.`,
	});
}
