import type { INodeProperties } from 'n8n-workflow';
import * as bindQueue from './bindQueue.operation';
import * as bindSkill from './bindSkill.operation';
import * as create from './create.operation';
import * as deleteUser from './delete.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as unbindQueue from './unbindQueue.operation';
import * as unbindSkill from './unbindSkill.operation';
import * as update from './update.operation';

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
				name: 'Bind Queue',
				value: 'bindQueue',
				description:
					'Bind a user to an ACD queue of the application, so that its calls reach the user (ACD version 1 only, not SmartQueue)',
				action: 'Bind queue to user',
			},
			{
				name: 'Bind Skill',
				value: 'bindSkill',
				description:
					'Add a skill to a user, so that calls of ACD queues that need the skill reach the user. A user can have up to five skills. (ACD version 1 only, not SmartQueue)',
				action: 'Bind skill to user',
			},
			{
				name: 'Create',
				value: 'create',
				description: 'Create a user who can log in to an application',
				action: 'Create user',
			},
			{
				name: 'Delete',
				value: 'delete',
				description: 'Delete a user permanently. You cannot undo this.',
				action: 'Delete user',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get one user of an application by ID or user name',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the users of an application, with filters',
				action: 'Get many users',
			},
			{
				name: 'Unbind Queue',
				value: 'unbindQueue',
				description:
					'Remove a user from an ACD queue, so that its calls no longer reach the user (ACD version 1 only, not SmartQueue)',
				action: 'Unbind queue from user',
			},
			{
				name: 'Unbind Skill',
				value: 'unbindSkill',
				description:
					'Remove a skill from a user, so that calls of ACD queues that need the skill no longer reach the user (ACD version 1 only, not SmartQueue)',
				action: 'Unbind skill from user',
			},
			{
				name: 'Update',
				value: 'update',
				description:
					'Change the name, password, state or data of a user. Other fields stay as they are.',
				action: 'Update user',
			},
		],
		default: 'getAll',
	},
	...bindQueue.fields,
	...bindSkill.fields,
	...create.fields,
	...deleteUser.fields,
	...get.fields,
	...getAll.fields,
	...unbindQueue.fields,
	...unbindSkill.fields,
	...update.fields,
];

export const userOperations = {
	bindQueue,
	bindSkill,
	create,
	delete: deleteUser,
	get,
	getAll,
	unbindQueue,
	unbindSkill,
	update,
};
