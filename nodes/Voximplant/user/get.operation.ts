import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { shapeOf } from '../../shared/output/shape';
import { showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { readSentFields } from '../../shared/parameters/sentFields';
import { applicationField } from '../application/applicationField';
import { userField } from './chosenUser';
import { findUser, userIn } from './findUser';
import { rawFields } from './rawFields';
import { includeOptions } from './includeOptions';
import { voximplantUsers } from './user';

const show = showFor('user', 'get');

export const fields: INodeProperties[] = [
	applicationField(show),
	userField(show),
	...outputFields(show, rawFields),
	optionsField(show, [...itemOptions(), ...includeOptions.map(({ field }) => field)]),
];

export const execute: Execute = async (item) => {
	const shape = shapeOf(item, voximplantUsers.shapes);
	const shown = readSentFields(item.options, includeOptions);
	return [shape(await findUser(item, userIn(item), shown))];
};
