import type {
	IAuthenticateGeneric,
	ICredentialType,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { outputFields, returnAllAndLimit, showFor } from '../../nodes/shared/parameters/fields';
import { OPTION, optionsField, pageSizeOption } from '../../nodes/shared/parameters/optionFields';
import { run } from '../../nodes/shared/execution/run';
import { roster } from './roster.provider';

export class RosterApi implements ICredentialType {
	name = 'rosterApi';

	displayName = 'Roster API';

	properties: INodeProperties[] = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'x-roster-key': '={{ $credentials.apiKey }}' } },
	};
}

const all = showFor('user', 'getAll', 'get', 'create');
const list = showFor('user', 'getAll');
const one = showFor('user', 'get');
const create = showFor('user', 'create');

const input = (displayName: string, name: string, show = create): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	displayOptions: { show },
	default: '',
});

const filter = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
});

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	displayOptions: { show: list },
	default: {},
	options: [
		{ ...filter('Joined After', 'joinedAfter'), type: 'dateTime' },
		filter('Nick', 'nick'),
		{ ...filter('Points Above', 'pointsAbove'), type: 'number', default: 0 },
		filter('Search', 'search'),
		filter('Team', 'team'),
	],
};

export class Roster implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Roster',
		name: 'roster',
		group: ['input'],
		version: 1,
		description: 'List, find and create the members of a roster',
		defaults: { name: 'Roster' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'rosterApi', required: true }],
		properties: [
			input('Resource', 'resource', {}),
			input('Operation', 'operation', {}),
			{
				...input('User', 'user', one),
				type: 'resourceLocator',
				default: { mode: 'id', value: '' },
			},
			input('Email', 'email'),
			input('Nick', 'nick'),
			input('Password', 'password'),
			...returnAllAndLimit(list),
			filters,
			...outputFields(all, [{ name: 'Nick', value: 'nick' }]),
			optionsField(list, [
				OPTION.maxPages,
				OPTION.maxWait,
				pageSizeOption(4, 8),
				OPTION.pageToken,
				OPTION.retries,
				OPTION.timeout,
			]),
			optionsField(showFor('user', 'get', 'create'), [
				OPTION.concurrency,
				OPTION.maxWait,
				OPTION.retries,
				OPTION.timeout,
			]),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, roster);
	}
}
