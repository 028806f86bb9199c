import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../../nodes/shared/execution/item';
import { dateFilters } from '../../../nodes/shared/operations/dateFilters';
import { above, equals, readFilters, searchFilter } from '../../../nodes/shared/operations/filters';
import type { Filter } from '../../../nodes/shared/operations/filters';
import { getMany } from '../../../nodes/shared/operations/getMany';
import type { ListRequest } from '../../../nodes/shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../../nodes/shared/parameters/fields';
import { outputFields } from '../../../nodes/shared/parameters/outputFields';
import {
	OPTION,
	optionsField,
	pageSizeOption,
	requestOptions,
} from '../../../nodes/shared/parameters/optionFields';
import { asText } from '../../../nodes/shared/parameters/sentFields';
import { membersWith, rawFields, rosterUsers } from './user';

const show = showFor('user', 'getAll');

const [joinedAfter] = dateFilters({
	title: 'Joined',
	name: 'joined',
	of: 'joined',
	done: 'who joined',
	zone: 'workflow',
});

/** Roster filters by team; the node applies the rest. */
export const filters: Filter[] = [
	joinedAfter,
	{
		field: { displayName: 'Nick', name: 'nick', type: 'string', default: '' },
		test: equals('nick'),
	},
	{
		field: { displayName: 'Points Above', name: 'pointsAbove', type: 'number', default: 0 },
		test: above('points'),
	},
	searchFilter('Only members with this in it', ({ nick, mail }) => [nick, mail]),
	{
		field: { displayName: 'Team', name: 'team', type: 'string', default: '' },
		send: asText('team'),
	},
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...outputFields(show, rawFields),
	optionsField(show, [
		OPTION.maxPages,
		pageSizeOption(4, 8),
		OPTION.pageToken,
		...requestOptions(),
	]),
];

export function request(item: Item): ListRequest {
	const { query, passes } = readFilters(item, filters);
	return { listing: membersWith(query), passes };
}

export const execute = getMany(request, rosterUsers.shapes);
