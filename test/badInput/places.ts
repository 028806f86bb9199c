import type { INodeParameters, INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { sourcePackage } from '../harness';

/** An operation of a resource: different resources have operations of the same name. */
export interface Deed {
	resource: string;
	operation: string;
}

/** A place where somebody can enter a value, or an expression, for one operation. */
export interface Place extends Deed {
	/** `limit`, `filters.search`, `user.email`: how the tables of expectations call it. */
	name: string;
	/** As the editor shows it, without the unit. */
	field: string;
	/** The node's parameters with this value there. */
	parameters(value: string): INodeParameters;
}

type Spot = Omit<Place, keyof Deed>;

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

export function deedsOf(node: string): Deed[] {
	const properties = propertiesOf(node);
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(valuesOf);
	return resources.flatMap((resource) =>
		properties
			.filter((property) => property.name === 'operation' && isShown(property, { resource }))
			.flatMap(valuesOf)
			.map((operation) => ({ resource, operation })),
	);
}

export const isShown = ({ displayOptions }: INodeProperties, where: Partial<Deed>): boolean =>
	Object.entries(where).every(
		([name, value]) => displayOptions?.show?.[name]?.includes(value) ?? true,
	);

export const nameOf = ({ resource, operation }: Deed): string => `${resource} ${operation}`;

/** A field that is there in several forms, for several displays, counts once. */
export const eachOnce = <Thing>(things: Thing[], key: (thing: Thing) => string): Thing[] =>
	things.filter((thing, index) => things.findIndex((one) => key(one) === key(thing)) === index);

export const fieldOf = ({ displayName }: { displayName: string }): string =>
	displayName.replace(/ \(.*\)$/, '');

export const locator = (mode: string, value: string | number) => ({ __rl: true, mode, value });

function inLocator(property: INodeProperties, { name: mode }: INodePropertyMode): Spot {
	return {
		name: `${property.name}.${mode}`,
		field: fieldOf(property),
		parameters: (value) => ({ [property.name]: locator(mode, value) }),
	};
}

/** What an entry's own spots are, inside their collection. */
function inCollection({ name }: INodeProperties, entry: INodeProperties): Spot[] {
	if (entry.type === 'collection') throw unknownType(entry);
	return spotsOf(entry).map((spot) => ({
		name: `${name}.${spot.name}`,
		field: spot.field,
		parameters: (value) => ({ [name]: spot.parameters(value) }),
	}));
}

const PLAIN = ['boolean', 'dateTime', 'multiOptions', 'number', 'options', 'string'];

const unknownType = ({ name, type }: INodeProperties) =>
	new Error(`'${name}' is of the type ${type}, which these tests don't know yet.`);

function spotsOf(property: INodeProperties): Spot[] {
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
	return [{ name, field: fieldOf(property), parameters: (value) => ({ [name]: value }) }];
}

/** Every place of a node, read from its own description. */
export function placesOf(node: string): Place[] {
	const properties = propertiesOf(node);
	return deedsOf(node).flatMap((deed) => {
		const spots = properties.filter((property) => isShown(property, deed)).flatMap(spotsOf);
		return eachOnce(spots, ({ name }) => name).map((spot) => ({ ...deed, ...spot }));
	});
}
