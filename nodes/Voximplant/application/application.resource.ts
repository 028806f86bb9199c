import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

/** The operations of applications, and the fields of each. */
export const applicationFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['application'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the applications of the account. Each application has its own users.',
				action: 'Get many applications',
			},
		],
		default: 'getAll',
	},
	...getAll.fields,
];

export const applicationOperations = { getAll };
