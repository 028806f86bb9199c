import type { INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import { readFilters } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import type { ListRequest } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { optionsField } from '../../shared/parameters/optionFields';
import { readSentFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { choiceIn } from '../../shared/parameters/values';
import { applicationIn } from '../application/application';
import { applicationField } from '../application/applicationField';
import { listOptions } from '../voximplant.methods';
import { rawFields } from './rawFields';
import { includeOptions } from './includeOptions';
import { userListing, voximplantUsers } from './user';
import { userFilters } from './userFilters';

const show = showFor('user', 'getAll');

const ORDERS = ['user_id', 'user_name', 'user_display_name'] as const;

const orderBy: SentField = {
	field: {
		displayName: 'Order By',
		name: 'orderBy',
		type: 'options',
		options: [
			{ name: 'User Display Name', value: 'user_display_name' },
			{ name: 'User ID', value: 'user_id' },
			{ name: 'User Name', value: 'user_name' },
		],
		default: 'user_name',
		description: 'Which field to sort the users by: user_name, user_display_name or user_id',
	},
	send: (value, title) => ({ order_by: choiceIn(value, title, ORDERS) }),
};

const sentOptions: SentField[] = [orderBy, ...includeOptions];

export const fields: INodeProperties[] = [
	applicationField(show),
	...returnAllAndLimit(show),
	filtersField(show, userFilters),
	...outputFields(show, rawFields),
	optionsField(show, [...listOptions, ...sentOptions.map(({ field }) => field)]),
];

export function request(item: Item): ListRequest {
	const { query, passes } = readFilters(item, userFilters);
	const options = readSentFields(item.options, sentOptions);
	return { listing: userListing(applicationIn(item), { ...query, ...options }), passes };
}

export const execute = getMany(request, voximplantUsers.shapes);
