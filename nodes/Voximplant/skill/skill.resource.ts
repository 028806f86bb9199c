import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

/** The operations of skills, and the fields of each. */
export const skillFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['skill'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the skills that users can be bound to (ACD version 1, not SmartQueue)',
				action: 'Get many skills',
			},
		],
		default: 'getAll',
	},
	...getAll.fields,
];

export const skillOperations = { getAll };
