import type { INodeProperties } from 'n8n-workflow';
import { answerOutput, filtersField, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { skillModes } from './user.shownFields';
import { LIST_OPTIONS } from './voximplant.options';

const list = showFor('skill', 'getAll');

export const skillFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['skill'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the skills that users can be bound to (ACD version 1, not SmartQueue)',
				action: 'Get many skills',
			},
		],
		default: 'getAll',
	},
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only skills whose name contains this text, upper or lower case',
		},
		{
			displayName: 'Skill',
			name: 'skillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this skill, chosen from the list or named by ID',
			modes: skillModes,
		},
		{
			displayName: 'Skill Name',
			name: 'skillName',
			type: 'string',
			default: '',
			description: 'Only skills whose name contains this text, as Voximplant compares it',
		},
	]),
	answerOutput(list),
	optionsField(list, LIST_OPTIONS),
];
