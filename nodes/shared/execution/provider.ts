import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Connection, ConnectionChoice } from '../http/connection';
import type { UserShapes } from '../output/shape';
import type { Keys } from '../paging/keys';
import type { Listing } from '../paging/listing';
import type { ParameterSource } from '../parameters/locator';
import type { Item } from './item';

/** What a provider offers: its users, and the operations of its resources. Types only. */

/** The json of an input item's output items, or a last step that waits for the other items. */
export type Results = IDataObject[] | { afterAll: () => Promise<IDataObject[]> };

export type Execute = (item: Item) => Promise<Results>;

/** What a file `<operation>.operation.ts` exports. */
export interface Operation {
	fields: INodeProperties[];
	execute: Execute;
}

/** A provider's user directory: how its users are listed, told apart and shown. */
export interface Users {
	/** @param source where parameters that choose the list are read, such as Voximplant's application */
	listing: (source: ParameterSource) => Listing;
	/** The ways to name a user: `id`, and what people call them by. */
	keys: Keys;
	shapes: UserShapes;
	/** What a picker shows of a user: a name, and what tells it from others. */
	label: (record: IDataObject) => [name: unknown, more: unknown];
}

export interface Provider {
	/** As it is told in items: `quo`. */
	name: string;
	connection: Connection | ConnectionChoice;
	users: Users;
	/** resource → operation */
	resources: Record<string, Record<string, Operation>>;
}
