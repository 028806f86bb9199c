import type { INodeParameters, INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { sourcePackage } from '../harness';
import { locator } from '../harness/locator';

/** An operation of a resource: different resources have operations of the same name. */
export interface OperationName {
	resource: string;
	operation: string;
}

/** A field where somebody can enter a value, or an expression, for one operation. */
export interface Field extends OperationName {
	/** `limit`, `filters.search`, `user.email`: its name in a fixture. */
	name: string;
	/** As the editor shows it, without the unit. */
	label: string;
	/** As the node describes it; a mode of a locator is a text. */
	type: string;
	/** The node's parameters with this value there. */
	parameters(value: string): INodeParameters;
}

type OwnField = Omit<Field, keyof OperationName>;

const source = sourcePackage();

export function propertiesOf(node: string): INodeProperties[] {
	const found = source.node(node);
	if (!found) throw new Error(`There is no node ${node}.`);
	return NodeHelpers.getVersionedNodeType(found).description.properties;
}

/** Chosen in the editor once for all items: no expression can be entered there. */
export const isForTheWholeNode = ({ noDataExpression }: INodeProperties) =>
	noDataExpression === true;

const valuesOf = ({ options = [] }: INodeProperties): string[] =>
	options.map((choice) => String('value' in choice ? choice.value : ''));

export function operationsOf(node: string): OperationName[] {
	const properties = propertiesOf(node);
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(valuesOf);
	return resources.flatMap((resource) =>
		properties
			.filter((property) => property.name === 'operation' && isShown(property, { resource }))
			.flatMap(valuesOf)
			.map((operation) => ({ resource, operation })),
	);
}

export const isShown = (
	{ displayOptions }: INodeProperties,
	where: Partial<OperationName>,
): boolean =>
	Object.entries(where).every(
		([name, value]) => displayOptions?.show?.[name]?.includes(value) ?? true,
	);

export const nameOf = ({ resource, operation }: OperationName): string =>
	`${resource} ${operation}`;

/** A field that has several forms, each with display options of its own, counts once. */
export const eachOnce = <Thing>(things: Thing[], key: (thing: Thing) => string): Thing[] =>
	things.filter((thing, index) => things.findIndex((one) => key(one) === key(thing)) === index);

export const labelOf = ({ displayName }: { displayName: string }): string =>
	displayName.replace(/ \(.*\)$/, '');

function inLocator(property: INodeProperties, { name: mode }: INodePropertyMode): OwnField {
	return {
		name: `${property.name}.${mode}`,
		label: labelOf(property),
		type: 'string',
		parameters: (value) => ({ [property.name]: locator(mode, value) }),
	};
}

/** The fields of an entry, inside its collection. */
function inCollection({ name }: INodeProperties, entry: INodeProperties): OwnField[] {
	if (entry.type === 'collection') throw unknownType(entry);
	return ownFieldsOf(entry).map((one) => ({
		name: `${name}.${one.name}`,
		label: one.label,
		type: one.type,
		parameters: (value) => ({ [name]: one.parameters(value) }),
	}));
}

const PLAIN = ['boolean', 'dateTime', 'multiOptions', 'number', 'options', 'string'];

const unknownType = ({ name, type }: INodeProperties) =>
	new Error(`'${name}' is of the type ${type}, which these tests don't know yet.`);

function ownFieldsOf(property: INodeProperties): OwnField[] {
	const { name, type, modes = [], options = [] } = property;
	if (isForTheWholeNode(property)) return [];
	if (type === 'resourceLocator') return modes.map((mode) => inLocator(property, mode));
	if (type === 'collection') {
		return options.flatMap((entry) => {
			if ('type' in entry) return inCollection(property, entry);
			throw unknownType(property);
		});
	}
	if (!PLAIN.includes(type)) throw unknownType(property);
	return [{ name, label: labelOf(property), type, parameters: (value) => ({ [name]: value }) }];
}

/** Every field of a node, read from its own description. */
export function fieldsOf(node: string): Field[] {
	const properties = propertiesOf(node);
	return operationsOf(node).flatMap((operation) => {
		const found = properties
			.filter((property) => property.type !== 'notice' && isShown(property, operation))
			.flatMap(ownFieldsOf);
		return eachOnce(found, ({ name }) => name).map((one) => ({ ...operation, ...one }));
	});
}
