import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

/** The operations of contacts, and the fields of each. */
export const contactFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contact'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Create a contact. A contact gets no invitation and is not a member.',
				action: 'Create contact',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the contacts of the account, with filters',
				action: 'Get many contacts',
			},
		],
		default: 'getAll',
	},
	...create.fields,
	...getAll.fields,
];

export const contactOperations = { create, getAll };
