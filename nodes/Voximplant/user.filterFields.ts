import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../shared/fields';
import { OPTION, optionsField, pageSizeOption, rateOption } from '../shared/optionFields';
import { queueModes, skillModes, shownOptions, userModes } from './user.shownFields';
import { BINDING } from './user.fields';

const list = showFor('user', 'getAll');

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
				displayName: 'ACD Queue',
				name: 'acdQueueId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				description: 'Only users bound to this ACD queue, chosen from the list or named by ID',
				modes: queueModes,
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
				description:
					'Only users with one of these operator states: OFFLINE, ONLINE, READY, BANNED, IN_SERVICE, AFTER_SERVICE, TIMEOUT, DND',
			},
			{
				displayName: 'Created After',
				name: 'createdAfter',
				type: 'dateTime',
				default: '',
				description:
					'Only users created at or after this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Created Before',
				name: 'createdBefore',
				type: 'dateTime',
				default: '',
				description:
					'Only users created before this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Excluded ACD Queue',
				name: 'excludedAcdQueueId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				description: 'Only users not bound to this ACD queue, chosen from the list or named by ID',
				modes: queueModes,
			},
			{
				displayName: 'Excluded Skill',
				name: 'excludedSkillId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				description: 'Only users without this skill, chosen from the list or named by ID',
				modes: skillModes,
			},
			{
				displayName: 'Modified After',
				name: 'modifiedAfter',
				type: 'dateTime',
				default: '',
				description:
					'Only users changed at or after this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Modified Before',
				name: 'modifiedBefore',
				type: 'dateTime',
				default: '',
				description:
					'Only users last changed before this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Skill',
				name: 'skillId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				description: 'Only users with this skill, chosen from the list or named by ID',
				modes: skillModes,
			},
			{
				displayName: 'User',
				name: 'userId',
				type: 'resourceLocator',
				default: { mode: 'list', value: '' },
				typeOptions: { loadOptionsDependsOn: ['application.value'] },
				description: 'Only this user, chosen from the list or named by ID',
				modes: userModes,
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
			description: 'In which order the users come: by user_name, user_display_name or user_id',
		},
		pageSizeOption(100, 1000),
		OPTION.pagesAtOnce,
		rateOption(),
		OPTION.retries,
		shownOptions.returnLiveBalance,
		shownOptions.showingSkillId,
		OPTION.timeout,
		shownOptions.withQueues,
		shownOptions.withSkills,
	]),
	optionsField(showFor('user', 'get'), [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(),
		OPTION.retries,
		shownOptions.returnLiveBalance,
		shownOptions.showingSkillId,
		OPTION.timeout,
		shownOptions.withQueues,
		shownOptions.withSkills,
	]),
	optionsField(showFor('user', 'create', 'update', 'delete', ...BINDING), [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(),
		OPTION.retries,
		OPTION.timeout,
	]),
];
