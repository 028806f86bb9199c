import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { emailFilter, readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { optionsField, requestOptions } from '../../shared/parameters/optionFields';
import { groupFilter } from '../namedGroup';
import { WORKSECTION_RATE } from '../worksection.connection';
import { contactDirectory, contactShapes, rawFields } from './contact';

const show = showFor('contact', 'getAll');

const filters: Filter[] = [
	emailFilter('email', 'Only contacts with exactly this e-mail address, ignoring case'),
	groupFilter(
		{
			title: 'Folder',
			name: 'folder',
			method: 'searchFolders',
			placeholder: 'e.g. Clients',
			description:
				'Only contacts of this folder, chosen from the list or named exactly, ignoring case',
		},
		'group',
	),
	searchFilter(
		'Only contacts whose name or e-mail address contains this text',
		({ name, email }) => [name, email],
	),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...recordOutput(show, rawFields),
	optionsField(show, requestOptions(WORKSECTION_RATE)),
];

export const execute: Execute = getMany(
	(item) => ({ listing: contactDirectory.listing, passes: readFilters(item, filters).passes }),
	contactShapes,
);
