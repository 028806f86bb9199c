import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { readFilters, searchFilter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { optionsField } from '../../shared/parameters/optionFields';
import { asFlag, readSentFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { listOptionsWithoutTotal } from '../voximplant.methods';
import { rawFields, subUserListing, subUserShapes } from './subUser';

const show = showFor('subUser', 'getAll');

const filters = [
	searchFilter(
		'Only sub-users whose name or description contains this text, ignoring case',
		({ subuser_name, description }) => [subuser_name, description],
	),
];

const withRoles: SentField = {
	field: {
		displayName: 'With Roles',
		name: 'withRoles',
		type: 'boolean',
		default: true,
		description: 'Whether to get the roles of each sub-user. Without them, roles are null.',
	},
	send: asFlag('with_roles'),
};

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...outputFields(show, rawFields),
	optionsField(show, [...listOptionsWithoutTotal, withRoles.field]),
];

export const execute: Execute = getMany((item) => {
	const { passes } = readFilters(item, filters);
	const asked = readSentFields(item.options, [withRoles]);
	return { listing: subUserListing({ with_roles: true, ...asked }), passes };
}, subUserShapes);
