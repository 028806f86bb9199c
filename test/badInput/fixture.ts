import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { LoggedRequest, Sandbox } from '../../sandbox';
import type { CredentialData } from '../harness';
import type { Kind } from './kinds';
import type { OperationName } from './fields';
import type { Expect } from './expectations';
import { defined } from '../harness/defined';

/** What is expected of one field. `serial` is the input item's index. */
export interface FieldCase {
	/** A valid value, for the items in between. */
	good: (serial: number) => unknown;
	expects: Expect;
	/** Values for kinds whose usual value means something else here. */
	values?: Partial<Record<Kind, unknown>>;
	/** Parameters that this one needs. */
	beside?: INodeParameters;
	/** The request's parameters for a value that is fine. */
	sends?: (value: unknown) => Record<string, unknown>;
	/** The item's output, where it isn't the operation's usual one. */
	gives?: (value: unknown, serial: number) => IDataObject[];
	/** Looked up before the write; where the provider refuses the look-up, nothing is written. */
	looksUp?: boolean;
	/** The values must not show anywhere. */
	secret?: boolean;
}

export type FieldCases = Record<string, FieldCase>;

export interface OperationCase {
	/** Parameters with which every item succeeds; `$json.serial` tells the items apart. */
	base: INodeParameters;
	/** The output of a good item, in part. */
	gives: (serial: number) => IDataObject[];
	/** For writes: the whole content of this item's request. */
	writes?: (serial: number) => Record<string, unknown>;
	/** For lists: the whole content of each request, but for the part of the list it asks for. */
	reads?: Record<string, unknown>;
	fields: FieldCases;
}

export interface Fixture {
	node: string;
	sandbox: Pick<Sandbox<unknown>, 'close' | 'log' | 'reset' | 'warnings'>;
	credentials: CredentialData;
	secrets: string[];
	isWrite: (request: LoggedRequest) => boolean;
	/** The content of a request, by parameter. */
	contentOf: (request: LoggedRequest) => Record<string, unknown>;
	/** Parameters of a request that say which part of a list is wanted. */
	paging: readonly string[];
	/** By resource and operation. */
	operations: Record<string, Record<string, OperationCase>>;
}

export const operationOf = (
	{ operations }: Fixture,
	{ resource, operation }: OperationName,
): OperationCase => defined(operations[resource]?.[operation]);

export const asText = (value: unknown): string => String(value).trim();

/** An empty cell. */
export const isBlank = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'string' && value.trim() === '');

/** As it is sent: 0 is false. */
export const asFlag = (value: unknown): string => String(Boolean(value));

/** A user name, an ID or a phone number: also without what nobody sees. */
export const asPlainText = (value: unknown): string => asText(value).replace(/\p{Cf}/gu, '');

/** The cases of several fields that expect the same. */
export const casesFor = (
	names: readonly string[],
	fieldCase: (name: string) => FieldCase,
): FieldCases => Object.fromEntries(names.map((name) => [name, fieldCase(name)]));

/** What is chosen from a list, and a bare value in a collection, is an ID. */
export const caseNameOf = (fields: FieldCases, field: string): string =>
	[field, field.replace(/\.list$/, '.id'), field.replace(/\.(list|id|name)$/, '')].find(
		(name) => name in fields,
	) ?? field;

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
