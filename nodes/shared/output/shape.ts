import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { ParameterSource } from '../parameters/locator';
import { choiceIn, listIn } from '../parameters/values';
import { selectFields } from '../text/json';
import { scimUser } from './scim';
import type { Phone } from './scim';
import type { UnifiedUser } from './unified';

/** How records look in each output. */
export interface Shapes {
	/** The most useful raw fields, flat, always the same ones. */
	simplify(record: IDataObject): IDataObject;
	/** Every raw field that there is. */
	fields?: readonly INodePropertyOptions[];
}

/** How a provider's users look in each output. */
export interface UserShapes extends Shapes {
	unify(record: IDataObject): UnifiedUser;
	/** All phone numbers, with SCIM's types. */
	phones?(record: IDataObject): Phone[];
	/** All roles, in lower case, where a user can have several. */
	roles?(record: IDataObject): string[];
}

/** The item whose output is shaped. */
interface Shaped extends ParameterSource {
	provider: string;
	/** Whether other items may be given the same records. */
	sharesRecords: boolean;
	hint(text: string): void;
}

export type Shape = (record: IDataObject) => IDataObject;

export const OUTPUTS = ['simplified', 'raw', 'selected', 'unified', 'scim'] as const;

export type Output = (typeof OUTPUTS)[number];

/** Unified and SCIM are shapes of users alone; selected needs fields to choose from. */
const RECORD_OUTPUTS = ['simplified', 'raw', 'selected'] as const;
export const ANSWER_OUTPUTS = ['simplified', 'raw'] as const;

function outputsOf(shapes: Shapes | UserShapes): readonly Output[] {
	if ('unify' in shapes) return OUTPUTS;
	return shapes.fields ? RECORD_OUTPUTS : ANSWER_OUTPUTS;
}

export function outputOf(item: ParameterSource, outputs: readonly Output[] = OUTPUTS): Output {
	return choiceIn(item.parameter('output'), 'Output', outputs);
}

/** Whether the output needs the whole user, which the answer of a write may not be. */
export function needsWholeUser(item: ParameterSource): boolean {
	return !['simplified', 'raw'].includes(outputOf(item));
}

/** The chosen output as a function. Records that other items may be given too are copied. */
export function shapeOf(item: Shaped, shapes: Shapes | UserShapes): Shape {
	const output = outputOf(item, outputsOf(shapes));
	const copy: Shape = item.sharesRecords ? (record) => structuredClone(record) : (record) => record;
	if (output === 'selected') {
		const fields = chosenFields(item, shapes);
		return (record) => copy(selectFields(record, fields));
	}
	if (output === 'raw') return copy;
	if (output === 'simplified' || !('unify' in shapes)) return (record) => shapes.simplify(record);
	if (output === 'unified') return (record) => shapes.unify(record);
	return (record) =>
		scimUser(shapes.unify(record), shapes.phones?.(record) ?? [], shapes.roles?.(record));
}

/** A name that isn't documented is null where the provider doesn't give it: a hint says why. */
function chosenFields(item: Shaped, { fields: documented }: Shapes): string[] {
	const fields = listIn(item.parameter('fields'), 'Fields');
	const names = documented?.map(({ value }) => String(value)) ?? fields;
	const unknown = fields.find((field) => !names.includes(field));
	if (unknown !== undefined) {
		item.hint(
			`'Fields' names '${unknown.slice(0, 40)}', which ${item.provider} doesn't document. It documents ${names.join(', ')}.`,
		);
	}
	return fields;
}
