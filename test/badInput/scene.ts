import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { LoggedRequest, Sandbox } from '../../sandbox';
import type { CredentialData } from '../harness';
import type { Kind } from './kinds';
import type { Deed } from './places';
import type { Judge } from './verdicts';

/** What is expected of one place. `serial` is the input item's index. */
export interface Row {
	/** A value that nobody would object to, for the items in between. */
	good: (serial: number) => unknown;
	judge: Judge;
	/** Where a kind's usual value would say something else here. */
	values?: Partial<Record<Kind, unknown>>;
	/** Parameters without which this one has no meaning. */
	beside?: INodeParameters;
	/** Parameters of the request that a value which is fine ends up in, exactly. */
	sends?: (value: unknown) => Record<string, unknown>;
	/** The item's output, where it isn't the operation's usual one. */
	gives?: (value: unknown, serial: number) => IDataObject[];
	/** Read before the write, which what the provider says of it prevents. */
	looksUp?: boolean;
	/** The values are not to be seen anywhere. */
	secret?: boolean;
}

export type Rows = Record<string, Row>;

export interface Stage {
	/** Parameters with which every item does well; `$json.serial` tells the items apart. */
	base: INodeParameters;
	/** What a good item gives, in part. */
	gives: (serial: number) => IDataObject[];
	/** For writes: all that the request of this item says. */
	writes?: (serial: number) => Record<string, unknown>;
	/** For lists: all that each request says, but for its place in the list. */
	reads?: Record<string, unknown>;
	rows: Rows;
}

export interface Scene {
	node: string;
	sandbox: Pick<Sandbox<unknown>, 'close' | 'log' | 'reset' | 'warnings'>;
	credentials: CredentialData;
	secrets: string[];
	isWrite: (request: LoggedRequest) => boolean;
	/** Everything that a request says, by name. */
	said: (request: LoggedRequest) => Record<string, unknown>;
	/** Parameters of a request that say which part of a list is wanted. */
	paging: readonly string[];
	/** By resource and operation. */
	stages: Record<string, Record<string, Stage>>;
}

export const stageOf = ({ stages }: Scene, { resource, operation }: Deed): Stage =>
	the(stages[resource]?.[operation]);

export const asText = (value: unknown): string => String(value).trim();

/** Rows of several places that expect the same. */
export const rowsFor = (names: readonly string[], row: (name: string) => Row): Rows =>
	Object.fromEntries(names.map((name) => [name, row(name)]));

/** A list's entry and a bare value in a collection mean the ID. */
export const rowNameOf = (rows: Rows, place: string): string =>
	[place, place.replace(/\.list$/, '.id'), place.replace(/\.(list|id)$/, '')].find(
		(name) => name in rows,
	) ?? place;

export function the<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) throw new Error('There is none.');
	return thing;
}

/** Collections are brought together, everything else is replaced. */
export function merged(...parts: INodeParameters[]): INodeParameters {
	const all: INodeParameters = {};
	for (const part of parts) {
		for (const [name, value] of Object.entries(part)) {
			const before = all[name];
			all[name] = isCollection(before) && isCollection(value) ? { ...before, ...value } : value;
		}
	}
	return all;
}

const isCollection = (value: unknown): value is INodeParameters =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !('__rl' in value);
