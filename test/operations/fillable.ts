import type { INodeProperties } from 'n8n-workflow';
import { nameOf, type OperationUnderTest } from './operations';

/** A field that a workflow, and so an agent, may fill by an expression. */
export interface Fillable {
	/** "quo.user.getAll filters.role" */
	name: string;
	property: INodeProperties;
	/** The collection that it is in. */
	within?: string;
}

/** One field may be described more than once, for different modes of another. */
export function fillable(under: OperationUnderTest): Fillable[] {
	const open = under.properties.filter(
		({ type, noDataExpression }) => type !== 'notice' && type !== 'hidden' && !noDataExpression,
	);
	return open.flatMap((property) => {
		const name = `${nameOf(under)} ${property.name}`;
		if (property.type !== 'collection') return [{ name, property }];
		const inside = (property.options ?? []) as INodeProperties[];
		return inside.map((one) => ({
			name: `${name}.${one.name}`,
			property: one,
			within: property.name,
		}));
	});
}
