import type { INodeProperties } from 'n8n-workflow';
import * as deleteSubUser from './delete.operation';
import * as getAll from './getAll.operation';

/** The operations of sub-users, and the fields of each. */
export const subUserFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['subUser'] } },
		options: [
			{
				name: 'Delete',
				value: 'delete',
				description:
					'Delete a sub-user permanently, who then no longer reaches the control panel. You cannot undo this.',
				action: 'Delete subuser',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List who can sign in to the control panel, with their roles',
				action: 'Get many subusers',
			},
		],
		default: 'getAll',
	},
	...deleteSubUser.fields,
	...getAll.fields,
];

export const subUserOperations = { delete: deleteSubUser, getAll };
