import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Item } from './item';
import { choiceIn, listIn } from './parameters';
import { pick } from './read';
import { scimUser } from './scim';
import type { Phone } from './scim';
import type { UnifiedUser } from './unified';

/** How a room's records look, users or not. */
export interface Kind {
	/** The ten most useful raw fields, flat. */
	simplify(record: IDataObject): IDataObject;
	/** Every raw field that there is. */
	fields?: readonly INodePropertyOptions[];
}

/** How a room's users look in each output. */
export interface UserKind extends Kind {
	unify(record: IDataObject): UnifiedUser;
	/** All phone numbers, with SCIM's types. */
	phones?(record: IDataObject): Phone[];
}

export type Shape = (record: IDataObject) => IDataObject;

export const OUTPUTS = ['simplified', 'raw', 'selected', 'unified', 'scim'] as const;

export type Output = (typeof OUTPUTS)[number];

/** Unified and SCIM are shapes of users alone; selected is for who has fields to choose from. */
const RECORD_OUTPUTS = ['simplified', 'raw', 'selected'] as const;
const PLAIN_OUTPUTS = ['simplified', 'raw'] as const;

function outputsOf(kind: Kind | UserKind): readonly Output[] {
	if ('unify' in kind) return OUTPUTS;
	return kind.fields ? RECORD_OUTPUTS : PLAIN_OUTPUTS;
}

export function outputOf(item: Item, outputs: readonly Output[] = OUTPUTS): Output {
	return choiceIn(item.parameter('output'), 'Output', outputs);
}

/** Whether the output needs the whole user, which the answer of a write may not be. */
export function needsWholeUser(item: Item): boolean {
	return !['simplified', 'raw'].includes(outputOf(item));
}

/** The chosen output as a function. Records that other items may be given too are copied. */
export function shapeOf(item: Item, kind: Kind | UserKind): Shape {
	const output = outputOf(item, outputsOf(kind));
	const own: Shape = item.shares ? (record) => structuredClone(record) : (record) => record;
	if (output === 'selected') {
		const fields = fieldsOf(item, kind);
		return (record) => own(pick(record, fields));
	}
	if (output === 'raw') return own;
	if (output === 'simplified' || !('unify' in kind)) return (record) => kind.simplify(record);
	if (output === 'unified') return (record) => kind.unify(record);
	return (record) => scimUser(kind.unify(record), kind.phones?.(record) ?? []);
}

/** A name that isn't documented is null where the provider doesn't give it: a hint says why. */
function fieldsOf(item: Item, { fields: known }: Kind): string[] {
	const fields = listIn(item.parameter('fields'), 'Fields');
	const names = known?.map(({ value }) => String(value)) ?? fields;
	const unknown = fields.find((field) => !names.includes(field));
	if (unknown !== undefined) {
		item.hint(
			`'Fields' names '${unknown.slice(0, 40)}', which ${item.provider} doesn't document. There are ${names.join(', ')}.`,
		);
	}
	return fields;
}
