import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { readFilters, searchFilter } from '../../shared/operations/filters';
import type { Filter } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { answerOutput } from '../../shared/parameters/outputFields';
import { optionsField, requestOptions } from '../../shared/parameters/optionFields';
import { WORKSECTION_RATE } from '../worksection.connection';
import { teamDirectory, teamShapes } from './team';

const show = showFor('team', 'getAll');

const filters: Filter[] = [
	searchFilter('Only teams whose name contains this text', ({ title }) => [title]),
];

export const fields: INodeProperties[] = [
	...returnAllAndLimit(show),
	filtersField(show, filters),
	...answerOutput(show),
	optionsField(show, requestOptions(WORKSECTION_RATE)),
];

export const execute: Execute = getMany(
	(item) => ({ listing: teamDirectory.listing, passes: readFilters(item, filters).passes }),
	teamShapes,
);
