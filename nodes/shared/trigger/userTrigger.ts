import type { IDataObject } from 'n8n-workflow';
import type { InputError } from '../errors';
import type { Item } from '../execution/item';
import type { Provider } from '../execution/provider';
import type { ListRequest } from '../operations/getMany';
import type { UserShapes } from '../output/shape';

/** What a trigger watches: a provider's users. Types only. */

export const EVENTS = ['joined', 'changed', 'left'] as const;

export type EventName = (typeof EVENTS)[number];

/** An option that a field needs to be there. */
export interface NeededOption {
	name: string;
	title: string;
}

export interface UserTrigger {
	provider: Provider;
	/** The raw field with a user's ID. */
	id: string;
	/** Raw fields that are remembered whatever is watched: a user's name and e-mail address. */
	identity: readonly string[];
	/** What the absence of a raw field means; null unless given. */
	absent?: IDataObject;
	/** By raw field, the option without which the provider doesn't send it. */
	needs?: Record<string, NeededOption>;
	/** The error where the provider doesn't send a raw field, and it can't be watched. */
	refusesToWatch?(item: Item, field: string): InputError | undefined;
	/** How users look of whom only a part is remembered, where that differs: what isn't known is null. */
	partShapes?: UserShapes;
	/** The list, its filters and what completes each user: those of *Get Many*. */
	request(item: Item): ListRequest | Promise<ListRequest>;
	/**
	 * Whether the provider says that nobody has this ID. It is asked about a few who are missing from the
	 * list, where that takes less than reading the list again.
	 */
	isGone?: (item: Item, id: string) => Promise<boolean>;
}
