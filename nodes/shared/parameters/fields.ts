import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

/** Fields that all nodes show alike. */

export type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

export const showFor = (resource: string, ...operations: string[]): Show => ({
	resource: [resource],
	operation: operations,
});

const LIST = { displayName: 'From List', name: 'list' } as const;
const ID = { displayName: 'By ID', name: 'id' } as const;

/** A resource locator's mode that lists what there is; `method` is one of the node's `listSearch`. */
export const fromList = (method: string): INodePropertyMode => ({
	...LIST,
	type: 'list',
	typeOptions: { searchListMethod: method, searchable: true },
});

export const byIdLike = (placeholder: string): INodePropertyMode => ({
	...ID,
	type: 'string',
	placeholder,
});

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

const OUTPUT_CHOICES: INodePropertyOptions[] = [
	{
		name: 'Raw',
		value: 'raw',
		description: "The provider's answer as it is",
	},
	{
		name: 'SCIM User',
		value: 'scim',
		description: 'A SCIM 2.0 user (RFC 7643), for identity systems',
	},
	{
		name: 'Selected Fields',
		value: 'selected',
		description: 'Only the raw fields that you choose',
	},
	{
		name: 'Simplified',
		value: 'simplified',
		description: 'The most useful fields, always the same ones',
	},
	{
		name: 'Unified User',
		value: 'unified',
		description: 'The same fields for every provider, ready for CRM and Slack nodes',
	},
];

const valuesOf = (choices: INodePropertyOptions[]): string =>
	choices.map(({ value }) => String(value)).join(', ');

/** The output selector of operations that return users, and the raw fields to choose from. */
export function outputFields(
	show: Show,
	rawFields: INodePropertyOptions[],
	choices = OUTPUT_CHOICES,
): INodeProperties[] {
	return [
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			displayOptions: { show },
			options: choices,
			default: 'simplified',
			description: `Which fields each result comes with: ${valuesOf(choices)}`,
		},
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'multiOptions',
			displayOptions: { show: { ...show, output: ['selected'] } },
			options: rawFields,
			default: [],
			description: 'Names of the raw fields to return; a field that a result does not have is null',
		},
	];
}

/** The same for records that are no users. */
export const recordOutput = (show: Show, rawFields: INodePropertyOptions[]): INodeProperties[] =>
	outputFields(
		show,
		rawFields,
		OUTPUT_CHOICES.filter(({ value }) => value !== 'unified' && value !== 'scim'),
	);

/** For operations whose answer has no user to choose fields from. */
export function answerOutput(show: Show): INodeProperties {
	const choices = OUTPUT_CHOICES.filter(({ value }) => value === 'raw' || value === 'simplified');
	return {
		displayName: 'Output',
		name: 'output',
		type: 'options',
		displayOptions: { show },
		options: choices,
		default: 'simplified',
		description: `Which fields the result comes with: ${valuesOf(choices)}`,
	};
}
