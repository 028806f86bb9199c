import type { Item } from '../shared/execution/item';
import type { Query } from '../shared/http/connection';
import { findOne, lookUp } from '../shared/operations/lookUp';
import { byId, byName } from '../shared/paging/keys';
import type { Listing } from '../shared/paging/listing';
import { assertMode, locatorIn } from '../shared/parameters/locator';
import { digitsIn } from '../shared/parameters/values';
import { idOf } from '../shared/text/json';
import { applicationId } from './application/application';
import type { Application } from './application/application';

/** What a user can be bound to. */
export interface Target {
	/** The node's parameter that names it, and the parameter's title. */
	parameter: string;
	title: string;
	/** In messages. */
	noun: string;
	/** The API's parameters with its ID and name, and the one that finds a part of the name. */
	id: string;
	name: string;
	search: string;
	listing: (query: Query) => Listing;
}

/**
 * Reads which one was chosen, and gives its ID when called. A name is looked up: sent as it is, one
 * with a semicolon would be a list.
 */
export function chosenTarget(
	item: Item,
	{ parameter, title, noun, id, name, search, listing }: Target,
	application: Application | undefined,
): () => Promise<string> {
	const locator = locatorIn(item.parameter(parameter), title);
	assertMode(locator, title, ['name', 'id']);
	if (locator.mode === 'id') {
		const digits = digitsIn(locator.value, title);
		return async () => digits;
	}
	return async () => {
		const within = application ? { application_id: await applicationId(item, application) } : {};
		const keys = { name: byName(name), id: byId(id) };
		const ofName = { listing: listing({ [search]: locator.value, ...within }), keys, noun };
		// The API may take another blank or letter for another name: then all of them are read.
		const found =
			(await lookUp(item, locator, ofName)) ??
			(await findOne(item, locator, { listing: listing(within), keys, noun }));
		return digitsIn(idOf(found[id]), title);
	};
}
