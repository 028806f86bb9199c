import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { answerOutput, fromList, outputFields, returnAllAndLimit, showFor } from '../shared/fields';

/** The application is needed wherever a user isn't named by an ID that means one in the whole account. */
const application: INodeProperties = {
	displayName: 'Application',
	name: 'application',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The Voximplant application that the users belong to: chosen from the list, or named by ID or full name',
	modes: [
		fromList('searchApplications'),
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. support.company.voximplant.com',
			hint: 'The full name, as the control panel shows it',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 12345',
		},
	],
};

const user: INodeProperties = {
	displayName: 'User',
	name: 'user',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	typeOptions: { loadOptionsDependsOn: ['application.value'] },
	description:
		'The Voximplant user: chosen from the list of an application, or named by user name or ID',
	modes: [
		fromList('searchUsers'),
		{
			displayName: 'By Name',
			name: 'userName',
			type: 'string',
			hint: 'The user name, not the display name',
			placeholder: 'e.g. nathan',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 1234567',
		},
	],
};

/** Every field that the provider documents. */
export const userRawFields: INodePropertyOptions[] = [
	{ name: 'ACD Queues', value: 'acd_queues', description: 'Bound queues, with With Queues' },
	{ name: 'ACD Status', value: 'acd_status', description: 'Operator status' },
	{
		name: 'ACD Status Change Time',
		value: 'acd_status_change_time',
		description: 'When the operator status changed, UTC',
	},
	{ name: 'Applications', value: 'applications', description: 'Bound applications' },
	{ name: 'Balance', value: 'balance', description: 'Money of the user' },
	{ name: 'Created', value: 'created', description: 'When the user was created, UTC' },
	{ name: 'Fixed Balance', value: 'fixed_balance', description: 'Last committed balance' },
	{ name: 'Frozen', value: 'frozen', description: 'Whether the user is frozen' },
	{ name: 'Live Balance', value: 'live_balance', description: 'Current balance' },
	{ name: 'Modified', value: 'modified', description: 'When the user was changed, UTC' },
	{
		name: 'Parent Accounting',
		value: 'parent_accounting',
		description: "Whether the user uses the account's money",
	},
	{ name: 'Skills', value: 'skills', description: 'Bound skills, with With Skills' },
	{ name: 'User Active', value: 'user_active', description: 'Whether the user can log in' },
	{ name: 'User Custom Data', value: 'user_custom_data', description: 'Custom data' },
	{ name: 'User Display Name', value: 'user_display_name', description: 'Shown name' },
	{ name: 'User ID', value: 'user_id', description: 'The ID of the user' },
	{ name: 'User Name', value: 'user_name', description: 'The name to log in with' },
];
export const BINDING = ['bindQueue', 'bindSkill', 'unbindQueue', 'unbindSkill'];

/** Where an ID is enough to name the user. */
const BY_ID = ['update', 'delete', 'bindSkill', 'unbindSkill'];

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
					'Give a user a skill, so that ACD queues that ask for it count the user in; five are the most (ACD version 1 only, not SmartQueue)',
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
				description: 'Delete a user for good; this cannot be undone',
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
				description: 'List the users of an application, filtered if you like',
				action: 'Get many users',
			},
			{
				name: 'Unbind Queue',
				value: 'unbindQueue',
				description:
					'Take a user off an ACD queue, so that its calls no longer reach the user (ACD version 1 only, not SmartQueue)',
				action: 'Unbind queue from user',
			},
			{
				name: 'Unbind Skill',
				value: 'unbindSkill',
				description:
					'Take a skill from a user, so that ACD queues that ask for it pass the user over (ACD version 1 only, not SmartQueue)',
				action: 'Unbind skill from user',
			},
			{
				name: 'Update',
				value: 'update',
				description:
					'Change the name, password, state or data of a user; what is not given stays as it is',
				action: 'Update user',
			},
		],
		default: 'getAll',
	},
	{
		...application,
		required: true,
		displayOptions: {
			show: showFor('user', 'getAll', 'get', 'create', 'bindQueue', 'unbindQueue'),
		},
	},
	{
		...application,
		required: true,
		displayOptions: { show: { ...showFor('user', ...BY_ID), '/user.mode': ['userName'] } },
	},
	{
		...application,
		displayOptions: { show: { ...showFor('user', ...BY_ID), '/user.mode': ['list'] } },
		description:
			'The Voximplant application whose users the list below shows: chosen from the list, or named by ID or full name',
	},
	{ ...user, displayOptions: { show: showFor('user', 'get', 'update', 'delete', ...BINDING) } },
	...returnAllAndLimit(showFor('user', 'getAll')),
	...outputFields(showFor('user', 'getAll', 'get', 'create'), userRawFields),
	answerOutput(showFor('user', 'update', ...BINDING)),
];
