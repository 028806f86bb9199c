import type { INodeProperties } from 'n8n-workflow';
import { dateFilters } from '../../shared/operations/dateFilters';
import { above, below, emailFilter, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany, listUsers } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { OPTION, optionsField, requestOptions } from '../../shared/parameters/optionFields';
import { autocallsUsers, rawFields } from './user';

const show = showFor('user', 'getAll');

/** Autocalls' API has no filters: the node applies them. */
export const filters: Filter[] = [
	...dateFilters({ title: 'Created', name: 'created', of: 'created_at', done: 'created' }),
	{
		field: {
			displayName: 'Credits Above',
			name: 'creditsAbove',
			type: 'number',
			default: 0,
			description: 'Only users with more chat credits than this',
		},
		test: above('credits_balance'),
	},
	{
		field: {
			displayName: 'Credits Below',
			name: 'creditsBelow',
			type: 'number',
			default: 0,
			description: 'Only users with fewer chat credits than this',
		},
		test: below('credits_balance'),
	},
	emailFilter('email', 'Only the user with exactly this e-mail address, ignoring case'),
	{
		field: {
			displayName: 'Minutes Above',
			name: 'minutesAbove',
			type: 'number',
			default: 0,
			description: 'Only users with more call minutes than this',
		},
		test: above('minutes_balance'),
	},
	{
		field: {
			displayName: 'Minutes Below',
			name: 'minutesBelow',
			type: 'number',
			default: 0,
			description: 'Only users with fewer call minutes than this',
		},
		test: below('minutes_balance'),
	},
	searchFilter('Only users whose name or e-mail address contains this text', ({ name, email }) => [
		name,
		email,
	]),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...outputFields(show, rawFields),
	optionsField(show, [OPTION.maxPages, OPTION.pagesAtOnce, ...requestOptions()]),
];

export const request = listUsers(autocallsUsers, filters);

export const execute = getMany(request, autocallsUsers.shapes);
