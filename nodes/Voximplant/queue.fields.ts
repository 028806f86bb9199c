import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { filtersField, recordOutput, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { applicationModes, queueModes, skillModes } from './user.shownFields';
import { LIST_OPTIONS } from './voximplant.options';

const list = showFor('queue', 'getAll');

/** Every field that the provider documents. */
export const queueRawFields: INodePropertyOptions[] = [
	{ name: 'ACD Queue ID', value: 'acd_queue_id', description: 'The ID of the queue' },
	{ name: 'ACD Queue Name', value: 'acd_queue_name', description: 'The name of the queue' },
	{
		name: 'ACD Queue Priority',
		value: 'acd_queue_priority',
		description: 'Priority; 0 is the highest',
	},
	{ name: 'Application ID', value: 'application_id', description: 'Bound application' },
	{
		name: 'Auto Binding',
		value: 'auto_binding',
		description: 'Whether operators are bound by their skills',
	},
	{
		name: 'Average Service Time',
		value: 'average_service_time',
		description: 'In seconds',
	},
	{ name: 'Created', value: 'created', description: 'When the queue was created, UTC' },
	{ name: 'Deleted', value: 'deleted', description: 'When the queue was deleted, UTC' },
	{ name: 'Max Queue Size', value: 'max_queue_size', description: 'Most calls in the queue' },
	{ name: 'Max Waiting Time', value: 'max_waiting_time', description: 'In minutes' },
	{ name: 'Modified', value: 'modified', description: 'When the queue was changed, UTC' },
	{
		name: 'Operator Count',
		value: 'operatorcount',
		description: 'Number of bound operators, with With Operator Count',
	},
	{
		name: 'Service Level Thresholds',
		value: 'sl_thresholds',
		description: 'In seconds',
	},
	{
		name: 'Service Probability',
		value: 'service_probability',
		description: 'From 0.5 to 1; 1 is always served before a lower priority',
	},
	{ name: 'Skills', value: 'skills', description: 'Bound skills, with With Skills' },
	{ name: 'Users', value: 'users', description: 'Bound users' },
];

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
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'ACD Queue',
			name: 'acdQueueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this queue, chosen from the list or named by ID',
			modes: queueModes,
		},
		{
			displayName: 'ACD Queue Name',
			name: 'acdQueueName',
			type: 'string',
			default: '',
			description: 'Only queues whose name contains this text, as Voximplant compares it',
		},
		{
			displayName: 'Application',
			name: 'applicationId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues of this application, chosen from the list or named by ID',
			modes: applicationModes,
		},
		{
			displayName: 'Excluded Skill',
			name: 'excludedSkillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues without this skill, chosen from the list or named by ID',
			modes: skillModes,
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only queues whose name contains this text, upper or lower case',
		},
		{
			displayName: 'Skill',
			name: 'skillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues with this skill, chosen from the list or named by ID',
			modes: skillModes,
		},
	]),
	...recordOutput(list, queueRawFields),
	optionsField(list, [
		...LIST_OPTIONS,
		{
			displayName: 'With Operator Count',
			name: 'withOperatorCount',
			type: 'boolean',
			default: false,
			description: 'Whether to get how many operators are bound to each queue (in raw output)',
		},
		{
			displayName: 'With Skills',
			name: 'withSkills',
			type: 'boolean',
			default: false,
			description: 'Whether to get the skills of each queue (in raw output)',
		},
	]),
];
