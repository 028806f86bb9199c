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
import { skillListing, skillModes } from './skill';

const show = showFor('skill', 'getAll');

const filters: Filter[] = [
	searchFilter('Only skills whose name contains this text, ignoring case', ({ skill_name }) => [
		skill_name,
	]),
	{
		field: {
			displayName: 'Skill',
			name: 'skillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only this skill. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('skill_id'),
	},
	{
		field: {
			displayName: 'Skill Name',
			name: 'skillName',
			type: 'string',
			default: '',
			description: 'Only skills whose name contains this text, as Voximplant compares it',
		},
		send: asText('skill_name'),
	},
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...answerOutput(show),
	optionsField(show, listOptions),
];

export const execute: Execute = getMany(
	(item) => {
		const { query, passes } = readFilters(item, filters);
		return { listing: skillListing(query), passes };
	},
	{ simplify: (skill) => selectFields(skill, ['skill_id', 'skill_name']) },
);
