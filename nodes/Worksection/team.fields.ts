import type { INodeProperties } from 'n8n-workflow';
import { answerOutput, filtersField, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { LIST_OPTIONS, ONE_OPTIONS } from './worksection.options';

const list = showFor('team', 'getAll');
const create = showFor('team', 'create');

export const teamFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['team'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Create a team, unless there is one with the same name',
				action: 'Create team',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the teams of the account, filtered if you like',
				action: 'Get many teams',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'Team Name',
		name: 'teamName',
		type: 'string',
		required: true,
		displayOptions: { show: create },
		placeholder: 'e.g. Marketing',
		default: '',
		description: 'Name of the team, as users have it in Team',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: create },
		default: {},
		options: [
			{
				displayName: 'Client',
				name: 'client',
				type: 'boolean',
				default: false,
				description: "Whether it is an external client's team rather than one of your own company",
			},
		],
	},
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only teams whose name contains this text',
		},
	]),
	answerOutput(showFor('team', 'getAll', 'create')),
	optionsField(list, LIST_OPTIONS),
	optionsField(create, ONE_OPTIONS),
];
