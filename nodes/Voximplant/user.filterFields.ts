import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../shared/fields';
import { OPTION, optionsField, pageSizeOption, rateOption } from '../shared/optionFields';
import { BINDING } from './user.fields';

const list = showFor('user', 'getAll');

const withQueues: INodeProperties = {
	displayName: 'With Queues',
	name: 'withQueues',
	type: 'boolean',
	default: false,
	description: 'Whether to get the ACD queues that each user is bound to (in raw output)',
};

const withSkills: INodeProperties = {
	displayName: 'With Skills',
	name: 'withSkills',
	type: 'boolean',
	default: false,
	description: 'Whether to get the skills of each user (in raw output)',
};

const returnLiveBalance: INodeProperties = {
	displayName: 'Return Live Balance',
	name: 'returnLiveBalance',
	type: 'boolean',
	default: true,
	description: 'Whether the balance is the live one; otherwise it is the last committed one',
};

const showingSkillId: INodeProperties = {
	displayName: 'Showing Skill ID',
	name: 'showingSkillId',
	type: 'string',
	default: '',
	description: 'ID of the skill to show among the skills of each user',
};

export const userFilterFields: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		displayOptions: { show: list },
		default: {},
		options: [
			{
				displayName: 'ACD Queue ID',
				name: 'acdQueueId',
				type: 'string',
				default: '',
				description: 'Only users bound to the ACD queue with this ID',
			},
			{
				displayName: 'ACD Status',
				name: 'acdStatus',
				type: 'multiOptions',
				options: [
					{ name: 'After Service', value: 'AFTER_SERVICE' },
					{ name: 'Banned', value: 'BANNED' },
					{ name: 'Do Not Disturb', value: 'DND' },
					{ name: 'In Service', value: 'IN_SERVICE' },
					{ name: 'Offline', value: 'OFFLINE' },
					{ name: 'Online', value: 'ONLINE' },
					{ name: 'Ready', value: 'READY' },
					{ name: 'Timeout', value: 'TIMEOUT' },
				],
				default: [],
				description: 'Only users with one of these operator states',
			},
			{
				displayName: 'Created After',
				name: 'createdAfter',
				type: 'dateTime',
				default: '',
				description: 'Only users created at or after this time',
			},
			{
				displayName: 'Created Before',
				name: 'createdBefore',
				type: 'dateTime',
				default: '',
				description: 'Only users created before this time',
			},
			{
				displayName: 'Excluded ACD Queue ID',
				name: 'excludedAcdQueueId',
				type: 'string',
				default: '',
				description: 'Only users not bound to the ACD queue with this ID',
			},
			{
				displayName: 'Excluded Skill ID',
				name: 'excludedSkillId',
				type: 'string',
				default: '',
				description: 'Only users without the skill with this ID',
			},
			{
				displayName: 'Modified After',
				name: 'modifiedAfter',
				type: 'dateTime',
				default: '',
				description: 'Only users changed at or after this time',
			},
			{
				displayName: 'Modified Before',
				name: 'modifiedBefore',
				type: 'dateTime',
				default: '',
				description: 'Only users last changed before this time',
			},
			{
				displayName: 'Skill ID',
				name: 'skillId',
				type: 'string',
				default: '',
				description: 'Only users with the skill with this ID',
			},
			{
				displayName: 'User Active',
				name: 'userActive',
				type: 'boolean',
				default: true,
				description: 'Whether to get only users who can log in, or only those who cannot',
			},
			{
				displayName: 'User Display Name',
				name: 'userDisplayName',
				type: 'string',
				default: '',
				description: 'Only users whose display name contains this text',
			},
			{
				displayName: 'User ID',
				name: 'userId',
				type: 'string',
				default: '',
				description: 'Only the user with this ID',
			},
			{
				displayName: 'User Name',
				name: 'userName',
				type: 'string',
				default: '',
				description: 'Only users whose user name contains this text',
			},
		],
	},
	optionsField(list, [
		OPTION.maxPages,
		OPTION.maxWait,
		OPTION.offset,
		{
			displayName: 'Order By',
			name: 'orderBy',
			type: 'options',
			options: [
				{ name: 'User Display Name', value: 'user_display_name' },
				{ name: 'User ID', value: 'user_id' },
				{ name: 'User Name', value: 'user_name' },
			],
			default: 'user_name',
			description: 'In which order the users come',
		},
		pageSizeOption(100, 1000),
		OPTION.pagesAtOnce,
		rateOption(10),
		OPTION.retries,
		returnLiveBalance,
		showingSkillId,
		OPTION.timeout,
		withQueues,
		withSkills,
	]),
	optionsField(showFor('user', 'get'), [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(10),
		OPTION.retries,
		returnLiveBalance,
		showingSkillId,
		OPTION.timeout,
		withQueues,
		withSkills,
	]),
	optionsField(showFor('user', 'create', 'update', 'delete', ...BINDING), [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(10),
		OPTION.retries,
		OPTION.timeout,
	]),
];
