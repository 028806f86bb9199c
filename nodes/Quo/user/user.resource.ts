import type { INodeProperties } from 'n8n-workflow';
import * as get from './get.operation';
import * as getAll from './getAll.operation';

/** The operations of users, and the fields of each. */
export const userFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['user'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Get one workspace user by ID or e-mail address',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the users of the workspace, with filters',
				action: 'Get many users',
			},
		],
		default: 'getAll',
	},
	...get.fields,
	...getAll.fields,
];

export const userOperations = { get, getAll };
