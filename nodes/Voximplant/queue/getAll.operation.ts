import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { optionsField } from '../../shared/parameters/optionFields';
import { asChosenId, asFlag, asText, readSentFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { applicationModes } from '../application/applicationField';
import { skillModes } from '../skill/skill';
import { listOptions } from '../voximplant.methods';
import { queueListing, queueModes, queueShapes, rawFields } from './queue';

const show = showFor('queue', 'getAll');

const filters: Filter[] = [
	{
		field: {
			displayName: 'ACD Queue',
			name: 'acdQueueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this queue. Choose from the list, or enter an ID.',
			modes: queueModes,
		},
		send: asChosenId('acd_queue_id'),
	},
	{
		field: {
			displayName: 'ACD Queue Name',
			name: 'acdQueueName',
			type: 'string',
			default: '',
			description: 'Only queues whose name contains this text, as Voximplant compares it',
		},
		send: asText('acd_queue_name'),
	},
	{
		field: {
			displayName: 'Application',
			name: 'applicationId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues of this application. Choose from the list, or enter an ID.',
			modes: applicationModes,
		},
		send: asChosenId('application_id'),
	},
	{
		field: {
			displayName: 'Excluded Skill',
			name: 'excludedSkillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues without this skill. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('excluded_skill_id'),
	},
	searchFilter('Only queues whose name contains this text, ignoring case', ({ acd_queue_name }) => [
		acd_queue_name,
	]),
	{
		field: {
			displayName: 'Skill',
			name: 'skillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only queues with this skill. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('skill_id'),
	},
];

const includeOptions: SentField[] = [
	{
		field: {
			displayName: 'With Operator Count',
			name: 'withOperatorCount',
			type: 'boolean',
			default: false,
			description:
				'Whether to get how many operators are bound to each queue (in simplified and raw output)',
		},
		send: asFlag('with_operatorcount'),
	},
	{
		field: {
			displayName: 'With Skills',
			name: 'withSkills',
			type: 'boolean',
			default: false,
			description: 'Whether to get the skills of each queue (in simplified and raw output)',
		},
		send: asFlag('with_skills'),
	},
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...recordOutput(show, rawFields),
	optionsField(show, [...listOptions, ...includeOptions.map(({ field }) => field)]),
];

export const execute: Execute = getMany((item) => {
	const { query, passes } = readFilters(item, filters);
	const shown = readSentFields(item.options, includeOptions);
	return { listing: queueListing({ ...query, ...shown }), passes };
}, queueShapes);
