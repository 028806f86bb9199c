import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { answerOutput } from '../../shared/parameters/outputFields';
import { optionsField } from '../../shared/parameters/optionFields';
import { asChosenId, asText } from '../../shared/parameters/sentFields';
import { selectFields } from '../../shared/text/json';
import { listOptions } from '../voximplant.methods';
import { applicationListing } from './application';
import { applicationModes } from './applicationField';

const show = showFor('application', 'getAll');

const filters: Filter[] = [
	{
		field: {
			displayName: 'Application',
			name: 'applicationId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this application. Choose from the list, or enter an ID.',
			modes: applicationModes,
		},
		send: asChosenId('application_id'),
	},
	{
		field: {
			displayName: 'Application Name',
			name: 'applicationName',
			type: 'string',
			default: '',
			description: 'Only applications whose name contains this text, as Voximplant compares it',
		},
		send: asText('application_name'),
	},
	searchFilter(
		'Only applications whose name contains this text, ignoring case',
		({ application_name }) => [application_name],
	),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...answerOutput(show),
	optionsField(show, listOptions),
];

const SIMPLIFIED = ['application_id', 'application_name', 'modified', 'secure_record_storage'];

export const execute: Execute = getMany(
	(item) => {
		const { query, passes } = readFilters(item, filters);
		return { listing: applicationListing(query), passes };
	},
	{ simplify: (application) => selectFields(application, SIMPLIFIED) },
);
