import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import { dateFilters } from '../../shared/operations/dateFilters';
import { emailFilter, isOneOf, readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import type { ListRequest } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import {
	OPTION,
	optionsField,
	pageSizeOption,
	requestOptions,
} from '../../shared/parameters/optionFields';
import { QUO_RATE } from '../quo.connection';
import { includePhoneNumbers, withPhoneNumbers } from './includePhoneNumbers';
import { fullName, quoUsers, rawFields } from './user';

const show = showFor('user', 'getAll');

/** Quo's API has no filters: the node applies them. */
export const filters: Filter[] = [
	...dateFilters({ title: 'Created', name: 'created', of: 'createdAt', done: 'created' }),
	emailFilter('email', 'Only the user with exactly this e-mail address, ignoring case'),
	{
		field: {
			displayName: 'Role',
			name: 'role',
			type: 'multiOptions',
			options: [
				{ name: 'Admin', value: 'admin' },
				{ name: 'Member', value: 'member' },
				{ name: 'Owner', value: 'owner' },
			],
			default: [],
			description: 'Only users with one of these roles: owner, admin, member',
		},
		test: isOneOf('role'),
	},
	searchFilter('Only users whose name or e-mail address contains this text', (user) => [
		fullName(user),
		user.email,
	]),
	...dateFilters({ title: 'Updated', name: 'updated', of: 'updatedAt', done: 'changed' }),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...outputFields(show, rawFields),
	optionsField(show, [
		includePhoneNumbers,
		OPTION.maxPages,
		pageSizeOption(50, 50),
		OPTION.pageToken,
		...requestOptions(QUO_RATE),
	]),
];

export async function request(item: Item): Promise<ListRequest> {
	const { passes } = readFilters(item, filters);
	return { listing: quoUsers.listing(item), passes, complete: await withPhoneNumbers(item) };
}

export const execute = getMany(request, quoUsers.shapes);
