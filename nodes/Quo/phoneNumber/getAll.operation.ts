import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { containsPhone, readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import {
	filtersField,
	fromList,
	idMode,
	returnAllAndLimit,
	showFor,
} from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { chosenIdIn } from '../../shared/parameters/locator';
import { optionsField, requestOptions } from '../../shared/parameters/optionFields';
import { QUO_RATE } from '../quo.connection';
import { phoneNumberListing, phoneNumberShapes, rawFields } from './phoneNumber';

const show = showFor('phoneNumber', 'getAll');

const filters: Filter[] = [
	searchFilter(
		'Only phone numbers whose name or digits contain this text',
		({ name, number, formattedNumber }) => [name, number, formattedNumber],
		containsPhone,
	),
	{
		field: {
			displayName: 'User',
			name: 'userId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description:
				'Only phone numbers that ring for this user. Choose from the list, or enter an ID.',
			modes: [fromList('searchUsers'), idMode('e.g. US123abc')],
		},
		send: (value, title) => ({ userId: chosenIdIn(value, title) }),
	},
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...recordOutput(show, rawFields),
	optionsField(show, requestOptions(QUO_RATE)),
];

export const execute: Execute = getMany((item) => {
	const { query, passes } = readFilters(item, filters);
	return { listing: phoneNumberListing(query), passes };
}, phoneNumberShapes);
