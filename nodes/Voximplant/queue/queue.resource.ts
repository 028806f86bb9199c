import type { INodeProperties } from 'n8n-workflow';
import * as getAll from './getAll.operation';

/** The operations of queues, and the fields of each. */
export const queueFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['queue'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description:
					'List the ACD queues that users can be bound to (ACD version 1, not SmartQueue)',
				action: 'Get many queues',
			},
		],
		default: 'getAll',
	},
	...getAll.fields,
];

export const queueOperations = { getAll };
