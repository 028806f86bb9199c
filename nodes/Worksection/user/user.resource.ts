import type { INodeProperties } from 'n8n-workflow';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as invite from './invite.operation';
import * as removeFromProjects from './removeFromProjects.operation';

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
				description: 'Get one account member by ID or e-mail address',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the members of the account, with filters',
				action: 'Get many users',
			},
			{
				name: 'Invite',
				value: 'invite',
				description:
					'Invite a new member by e-mail. Worksection sends the invitation at once, and the member may take a paid seat.',
				action: 'Invite user',
			},
			{
				name: 'Remove From Projects',
				value: 'removeFromProjects',
				description:
					'Remove a member from all projects or from some. The member stays in the account.',
				action: 'Remove user from projects',
			},
		],
		default: 'getAll',
	},
	...get.fields,
	...getAll.fields,
	...invite.fields,
	...removeFromProjects.fields,
];

export const userOperations = { get, getAll, invite, removeFromProjects };
