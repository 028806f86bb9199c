import type { INodeProperties } from 'n8n-workflow';
import * as create from './create.operation';
import * as getAll from './getAll.operation';

/** The operations of teams, and the fields of each. */
export const teamFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['team'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Create a team, or get the existing one with the same name',
				action: 'Create team',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the teams of the account, with filters',
				action: 'Get many teams',
			},
		],
		default: 'getAll',
	},
	...create.fields,
	...getAll.fields,
];

export const teamOperations = { create, getAll };
