import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Show } from './fields';

/** The fields Output and Fields, which say how results look. */

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

/** n8n's preview of the fields knows resource and operation alone: it shows those of Simplified. */
const previewNotice = (show: Show, choices: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Run the step once to see its fields',
	name: 'outputNotice',
	type: 'notice',
	displayOptions: {
		show: {
			...show,
			output: choices.map(({ value }) => value).filter((value) => value !== 'simplified'),
		},
	},
	default: '',
});

/** The output selector, and the notice that goes with it. */
const outputSelector = (show: Show, choices: INodePropertyOptions[]): INodeProperties[] => [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		displayOptions: { show },
		options: choices,
		default: 'simplified',
		description: `Which fields to return: ${valuesOf(choices)}`,
	},
	previewNotice(show, choices),
];

/** The output selector of operations that return users, and the raw fields to choose from. */
export function outputFields(
	show: Show,
	rawFields: INodePropertyOptions[],
	choices = OUTPUT_CHOICES,
): INodeProperties[] {
	return [
		...outputSelector(show, choices),
		{
			displayName: 'Fields',
			name: 'fields',
			type: 'multiOptions',
			displayOptions: { show: { ...show, output: ['selected'] } },
			options: rawFields,
			default: [],
			description: 'Raw fields to return. A field that a result does not have is null.',
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
export const answerOutput = (show: Show): INodeProperties[] =>
	outputSelector(
		show,
		OUTPUT_CHOICES.filter(({ value }) => value === 'raw' || value === 'simplified'),
	);
