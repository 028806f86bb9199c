import type { INodeProperties } from 'n8n-workflow';
import { answerOutput, filtersField, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { applicationModes } from './user.shownFields';
import { LIST_OPTIONS } from './voximplant.options';

const list = showFor('application', 'getAll');

export const applicationFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['application'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the applications of the account, whose users the node works with',
				action: 'Get many applications',
			},
		],
		default: 'getAll',
	},
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'Application',
			name: 'applicationId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this application, chosen from the list or named by ID',
			modes: applicationModes,
		},
		{
			displayName: 'Application Name',
			name: 'applicationName',
			type: 'string',
			default: '',
			description: 'Only applications whose name contains this text, as Voximplant compares it',
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only applications whose name contains this text, upper or lower case',
		},
	]),
	answerOutput(list),
	optionsField(list, LIST_OPTIONS),
];
