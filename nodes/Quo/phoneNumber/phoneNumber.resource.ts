import type { INodeProperties } from 'n8n-workflow';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

/** The operations of phone numbers, and the fields of each. */
export const phoneNumberFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phoneNumber'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Get one phone number of the workspace by ID or number',
				action: 'Get phone number',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the phone numbers of the workspace and whom each one rings',
				action: 'Get many phone numbers',
			},
		],
		default: 'getAll',
	},
	...get.fields,
	...getAll.fields,
];

export const phoneNumberOperations = { get, getAll };
