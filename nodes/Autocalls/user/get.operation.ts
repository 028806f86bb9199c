import type { INodeProperties } from 'n8n-workflow';
import { getUserFromList } from '../../shared/operations/lookUp';
import { showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { userField } from './chosenUser';
import { autocallsUsers, rawFields } from './user';

const show = showFor('user', 'get');

export const fields: INodeProperties[] = [
	userField(show),
	...outputFields(show, rawFields),
	optionsField(show, itemOptions()),
];

/** There is no endpoint for one user: the list is read once per run. */
export const execute = getUserFromList(autocallsUsers);
