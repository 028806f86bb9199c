import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Item } from './item';
import { choiceIn, listIn } from './parameters';
import { pick } from './read';
import { scimUser } from './scim';
import type { Phone } from './scim';
import type { UnifiedUser } from './unified';

/** How a room's users look in each output. */
export interface UserKind {
	/** The ten most useful raw fields, flat. */
	simplify(record: IDataObject): IDataObject;
	/** Every raw field that there is. */
	fields?: readonly INodePropertyOptions[];
	unify(record: IDataObject): UnifiedUser;
	/** All phone numbers, with SCIM's types. */
	phones?(record: IDataObject): Phone[];
}

export type Shape = (record: IDataObject) => IDataObject;

export const OUTPUTS = ['simplified', 'raw', 'selected', 'unified', 'scim'] as const;

export type Output = (typeof OUTPUTS)[number];

export function outputOf(item: Item): Output {
	return choiceIn(item.parameter('output'), 'Output', OUTPUTS);
}

/** Whether the output needs the whole user, which the answer of a write may not be. */
export function needsWholeUser(item: Item): boolean {
	return !['simplified', 'raw'].includes(outputOf(item));
}

/** The chosen output as a function. Records that other items may be given too are copied. */
export function shapeOf(item: Item, kind: UserKind): Shape {
	const output = outputOf(item);
	const own: Shape = item.shares ? (record) => structuredClone(record) : (record) => record;
	if (output === 'selected') {
		const fields = fieldsOf(item, kind);
		return (record) => own(pick(record, fields));
	}
	const shapes: Record<Exclude<Output, 'selected'>, Shape> = {
		raw: own,
		simplified: (record) => kind.simplify(record),
		unified: (record) => ({ ...kind.unify(record) }),
		scim: (record) => scimUser(kind.unify(record), kind.phones?.(record) ?? []),
	};
	return shapes[output];
}

/** A name that isn't documented is null where the provider doesn't give it: a hint says why. */
function fieldsOf(item: Item, { fields: known }: UserKind): string[] {
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
