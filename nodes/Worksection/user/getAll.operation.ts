import type { INodeProperties } from 'n8n-workflow';
import { dateFilters } from '../../shared/operations/dateFilters';
import { emailFilter, isOneOf, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany, listUsers } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { optionsField, requestOptions } from '../../shared/parameters/optionFields';
import { groupFilter } from '../namedGroup';
import { forApiKeyOnly } from '../worksection.authentication';
import { WORKSECTION_RATE } from '../worksection.connection';
import { rawFields } from './rawFields';
import { worksectionUsers } from './user';

const show = showFor('user', 'getAll');

/** Worksection's API has no filters: the node applies them. Its times have no zone: the workflow's is taken. */
export const filters: Filter[] = [
	...dateFilters({
		title: 'Added',
		name: 'added',
		of: 'date_added',
		done: 'invited',
		zone: 'workflow',
	}).map(forApiKeyOnly),
	groupFilter(
		{
			title: 'Department',
			name: 'department',
			method: 'searchDepartments',
			placeholder: 'e.g. Sales',
			description:
				'Only users of this department, chosen from the list or named exactly, ignoring case',
		},
		'department',
	),
	emailFilter('email', 'Only the user with exactly this e-mail address, ignoring case'),
	{
		field: {
			displayName: 'Role',
			name: 'role',
			type: 'multiOptions',
			options: [
				{ name: 'Account Admin', value: 'account admin' },
				{ name: 'Department Admin', value: 'department admin' },
				{ name: 'Guest', value: 'guest' },
				{ name: 'Owner', value: 'owner' },
				{ name: 'Reader', value: 'reader' },
				{ name: 'Team Admin', value: 'team admin' },
				{ name: 'User', value: 'user' },
			],
			default: [],
			description:
				'Only users with one of these roles: owner, account admin, team admin, department admin, user, guest, reader',
		},
		test: isOneOf('role'),
	},
	searchFilter('Only users whose name or e-mail address contains this text', ({ name, email }) => [
		name,
		email,
	]),
	groupFilter(
		{
			title: 'Team',
			name: 'team',
			method: 'searchTeams',
			placeholder: 'e.g. Marketing',
			description: 'Only users of this team, chosen from the list or named exactly, ignoring case',
		},
		'group',
	),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...outputFields(show, rawFields),
	optionsField(show, requestOptions(WORKSECTION_RATE)),
];

export const request = listUsers(worksectionUsers, filters);

export const execute = getMany(request, worksectionUsers.shapes);
