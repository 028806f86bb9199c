import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** Fields that all nodes show alike. */

export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

export const showFor = (resource: string, ...operations: string[]): Show => ({
	resource: [resource],
	operation: operations,
});

const LIST = { displayName: 'From List', name: 'list' } as const;
const ID = { displayName: 'By ID', name: 'id' } as const;
const NAME = { displayName: 'By Name', name: 'name' } as const;
const EMAIL = { displayName: 'By Email', name: 'email' } as const;

/** A resource locator's mode that lists what there is; `method` is one of the node's `listSearch`. */
export const fromList = (method: string): INodePropertyMode => ({
	...LIST,
	type: 'list',
	typeOptions: { searchListMethod: method, searchable: true },
});

export const idMode = (placeholder: string): INodePropertyMode => ({
	...ID,
	type: 'string',
	placeholder,
});

export const nameMode = (placeholder: string): INodePropertyMode => ({
	...NAME,
	type: 'string',
	placeholder,
});

export const emailMode: INodePropertyMode = {
	...EMAIL,
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
};

export function returnAllAndLimit(show: Show): INodeProperties[] {
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			displayOptions: { show },
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			displayOptions: { show: { ...show, returnAll: [false] } },
			typeOptions: { minValue: 1 },
			default: 50,
			description: 'Max number of results to return',
		},
	];
}

/** The filters of *Get Many*, in alphabetical order. */
export function filtersField(
	show: Show,
	filters: ReadonlyArray<{ field: INodeProperties }>,
): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		displayOptions: { show },
		default: {},
		options: filters.map(({ field }) => field),
	};
}

/** The fields that an operation doesn't need, in alphabetical order. */
export function additionalFieldsField(
	show: Show,
	fields: ReadonlyArray<{ field: INodeProperties }>,
): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show },
		default: {},
		options: fields.map(({ field }) => field),
	};
}
