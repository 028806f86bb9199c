import type { INodeProperties } from 'n8n-workflow';
import { fromList, showFor } from '../shared/fields';

export const userBindFields: INodeProperties[] = [
	{
		displayName: 'Skill',
		name: 'skill',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: showFor('user', 'bindSkill', 'unbindSkill') },
		default: { mode: 'list', value: '' },
		description: 'The skill of the account, chosen from the list, or named by its exact name or ID',
		modes: [
			fromList('searchSkills'),
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. english',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12345',
			},
		],
	},
	{
		displayName: 'Queue',
		name: 'queue',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: showFor('user', 'bindQueue', 'unbindQueue') },
		default: { mode: 'list', value: '' },
		typeOptions: { loadOptionsDependsOn: ['application.value'] },
		description:
			'The ACD queue of the application, chosen from the list, or named by its exact name or ID',
		modes: [
			fromList('searchQueues'),
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. first-line',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 12345',
			},
		],
	},
];
